import { checkFile, describe } from './describe.ts'
import { countDifferences } from './findings.ts'

const LABELS = { checked: '相符', compared: '已核对', difference: '不符', note: '说明' }
const drop = document.querySelector<HTMLElement>('#drop')!
const report = document.querySelector<HTMLElement>('#report')!
const input = document.querySelector<HTMLInputElement>('#file')!
let latest = 0

function put<K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, text = '', className = '') {
  const element = document.createElement(tag)
  element.textContent = text
  element.className = className
  parent.append(element)
  return element
}

async function check(file: File | undefined): Promise<void> {
  if (file === undefined) return
  const turn = ++latest
  report.replaceChildren()
  put(report, 'p', `正在核对“${file.name}”……单位多的要一两分钟，其间页面不动，请不要关闭。`)
  // Gives the sentence above a moment to appear: the computation holds the page.
  await new Promise(resolve => setTimeout(resolve, 50))
  try {
    const verdict = await checkFile(new Uint8Array(await file.arrayBuffer()))
    if (turn !== latest) return
    report.replaceChildren()
    const className = countDifferences(verdict) === 0 ? 'verdict' : 'verdict wrong'
    let list = report
    for (const { kind, text } of describe(verdict)) {
      if (kind === 'verdict' || kind === 'part') {
        put(report, kind === 'verdict' ? 'p' : 'h2', text, kind === 'verdict' ? className : '')
        list = put(report, 'ul')
        continue
      }
      const item = put(list, 'li', '', kind)
      put(item, 'b', LABELS[kind])
      item.append(text)
    }
  } catch (error) {
    if (turn !== latest) return
    report.replaceChildren()
    put(report, 'p', `${(error as Error).message}；请换一个文件`, 'verdict wrong')
  }
}

input.addEventListener('change', () => {
  void check(input.files?.[0])
  input.value = ''
})
for (const name of ['dragover', 'dragleave', 'drop'] as const)
  document.addEventListener(name, event => {
    event.preventDefault()
    drop.classList.toggle('over', name === 'dragover')
    if (name === 'drop') void check(event.dataTransfer?.files[0])
  })
