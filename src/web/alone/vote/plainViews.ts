import { AskFault, readPublished } from './ask.ts'
import { element, fill } from './element.ts'
import { type DoneVote, keepsAnything } from './keptVote.ts'
import type { View } from './page.ts'
import type { Voting } from './Voting.ts'

/** The title of a screen; it takes the focus, so that it is read aloud first. */
export function title(text: string): HTMLElement {
  return element('h1', { tabindex: -1 }, text)
}

/** Asks for the code of a slip that cannot be scanned. */
export function codeView(voting: Voting, said: string | undefined): View {
  const input = element('input', {
    id: 'code',
    name: 'code',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    enterkeyhint: 'go',
    'aria-describedby': 'said',
  })
  const submit = (event: Event) => {
    event.preventDefault()
    void voting.open(input.value)
  }
  return {
    node: element(
      'main',
      {},
      title('述职测评'),
      element('p', {}, '请用手机相机或微信扫票条上的二维码。不能扫码的，在这里输入票条上的编码。'),
      element(
        'form',
        { submit, novalidate: true },
        element('label', { for: 'code' }, '票条编码（16位）'),
        input,
        element('p', { id: 'said', role: 'alert' }, said),
        element('button', { class: 'vote-main', type: 'submit' }, '打开测评票'),
      ),
    ),
  }
}

/** Shows that the slip is being read. */
export function openingView(said: string | undefined): View {
  return {
    node: element(
      'main',
      {},
      title('述职测评'),
      element('p', { role: 'status' }, said ?? '正在打开测评票……'),
    ),
  }
}

/** Shows that this slip leads no further, and why. */
export function endedView({
  title: name,
  message,
}: {
  readonly title: string
  readonly message: string
}): View {
  return {
    node: element(
      'main',
      {},
      title(name),
      element('p', { role: 'alert' }, message),
      element('button', { class: 'vote-quiet', type: 'button', click: () => location.reload() }, '刷新再看'),
    ),
  }
}

/** Shows that the sheet is under way. */
export function castView(said: string | undefined): View {
  return {
    node: element(
      'main',
      {},
      title('正在投票'),
      element('p', { role: 'status' }, said ?? '正在把票送到服务器，请不要关掉这一页。'),
    ),
  }
}

/** The end: the receipt, and whether it stands among those published. */
export function doneView({ meeting, meetingName, rehearsal, receipt }: DoneVote): View {
  const answer = element('p', { role: 'status' })
  const check = element(
    'button',
    { class: 'vote-quiet', type: 'button', click: () => void checkReceipt() },
    '核对回执',
  )
  const checkReceipt = async () => {
    check.disabled = true
    fill(answer, '正在核对……')
    fill(answer, await describeReceipt(meeting, receipt))
    check.disabled = false
  }
  return {
    node: element(
      'main',
      { class: 'vote-done' },
      element('p', { class: 'vote-tick', 'aria-hidden': 'true' }, '✓'),
      title(rehearsal ? '演练票已投出' : '已投票'),
      element('p', {}, `${meetingName}：您的票已经收到，不能再改。可以关掉这一页。`),
      element('h2', {}, '回执'),
      element(
        'p',
        { class: 'vote-receipt', translate: 'no' },
        ...receipt.match(/.{16}/g)!.map(line => element('span', {}, line.replace(/(.{4})(?=.)/g, '$1 '))),
      ),
      element(
        'p',
        {},
        keepsAnything()
          ? '回执存在这部手机里。结果公布后，再打开这一页点“核对回执”，就知道您的票是否一字未改地计入。'
          : '这个浏览器不能保存内容：请截屏留下回执，或在结果公布前不要关掉这一页。',
      ),
      check,
      answer,
    ),
  }
}

async function describeReceipt(meeting: string, receipt: string): Promise<string> {
  try {
    const { receipts } = await readPublished(meeting)
    return receipts.includes(receipt)
      ? `公布的${receipts.length}个回执中有您的回执：您的票已一字未改地计入。`
      : `公布的${receipts.length}个回执中没有您的回执：请带着这一页去找监票人。`
  } catch (error) {
    return error instanceof AskFault ? `${error.message}。` : '没有读到公布的回执，请稍后再试。'
  }
}
