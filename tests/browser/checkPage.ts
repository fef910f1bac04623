import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { LONG } from '../longRun.ts'

/** How closely a page is looked at. */
export interface PageLook {
  /** with axe too, which takes half a second: of an open dialog, else of the page. */
  readonly axe?: boolean
  /** with the contrast of a whole page, half of what axe costs: on each page once in the walk of all, and everywhere in the long run. */
  readonly contrast?: boolean
  /** with the size of what is tapped, where people work on phones. */
  readonly fingers?: boolean
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Latin words that a Chinese page may show. */
const LATIN =
  /^([A-Z]\d+|TOTP|Excel|WPS|Word|YAML|JSON|PDF|SVG|SHA|MB|KB|GB|Chrome|Edge|Firefox|Safari|Linux|Windows|macOS|Android|iPhone|iPad)$/

/** The faults of a page as it stands: one heading, a title of its own, nothing sideways, nothing cut, no wrapped button, no English, and what axe says. */
export async function checkPage(
  page: Page,
  { axe: withAxe = false, contrast = LONG, fingers = false }: PageLook = {},
): Promise<readonly string[]> {
  // A page that has just been opened may still load; one that gets no heading is told as a fault below.
  await page
    .locator('h1')
    .first()
    .waitFor()
    .catch(() => undefined)
  const found = await page.evaluate(lookAround)
  const words = found.words
    // A file that somebody sent keeps its name.
    .filter(({ word, text }) => !LATIN.test(word) && !text.includes(`.${word}”`))
    .map(({ word, text }) => `English: ${word} in “${text}”`)
  const small = fingers ? await page.evaluate(smallTargets) : []
  return [
    ...found.faults,
    ...new Set(words),
    ...new Set(small),
    ...(withAxe ? await askAxe(page, contrast) : []),
  ]
}

async function askAxe(page: Page, contrast: boolean): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(
    async ([all, everywhere]) => {
      type Result = {
        readonly id: string
        readonly impact: string
        readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
      }
      type Rule = { readonly id: string; readonly impact: string; readonly enabled: boolean }
      type Axe = {
        readonly _audit: { readonly rules: readonly Rule[] }
        run(where: Node, what: object): Promise<{ readonly violations: readonly Result[] }>
      }
      const { axe: asked } = globalThis as never as { readonly axe: Axe }
      const mild = ({ id, impact }: Rule) =>
        (impact === 'minor' || impact === 'moderate') && id !== 'scope-attr-valid' && id !== 'meta-viewport'
      // The walk of all pages does not come to pages that stand alone.
      const withContrast = everywhere || document.querySelector('.shell') === null
      const dialogs = [...document.querySelectorAll('[role=dialog]')].filter(one => one.checkVisibility())
      const dialog = withContrast ? undefined : dialogs.at(-1)
      const values = asked._audit.rules
        .filter(rule => rule.enabled && (all || !mild(rule)))
        .map(({ id }) => id)
        .filter(id => withContrast || dialog !== undefined || id !== 'color-contrast')
      const { violations } = await asked.run(dialog ?? document, {
        resultTypes: ['violations'],
        preload: false,
        // What only mild rules find is no fault here, and asking them takes half of the time.
        runOnly: { type: 'rule', values },
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, nodes }) =>
            `axe ${id}: ${nodes.length} × ${nodes[0]!.html.slice(0, 200)} (${nodes[0]!.failureSummary.split('\n')[1]?.trim()})`,
        )
    },
    [LONG, contrast] as const,
  )
}

/** Runs in the page. */
function lookAround(): { readonly faults: string[]; readonly words: { word: string; text: string }[] } {
  const faults: string[] = []
  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.only-aloud, [aria-hidden=true]') === null
  const tell = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`

  const headings = [...document.querySelectorAll('h1')].filter(shown).length
  if (headings !== 1) faults.push(`${headings} headings of the first level`)
  if (!document.title.includes('衡评')) faults.push(`title: ${document.title}`)
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} of ${innerWidth}`)

  for (const element of document.querySelectorAll('body *')) {
    if (!shown(element) || !(element instanceof HTMLElement)) continue
    const { overflowX, textOverflow } = getComputedStyle(element)
    const cuts =
      textOverflow === 'ellipsis' ||
      (overflowX === 'hidden' &&
        [...element.childNodes].some(node => node.nodeType === 3 && node.textContent!.trim() !== ''))
    if (
      cuts &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.title === '' &&
      element.tagName !== 'INPUT'
    )
      faults.push(`cut: ${tell(element)}`)
  }
  for (const button of document.querySelectorAll('button, a.ant-btn, [role=button]')) {
    if (
      !shown(button) ||
      button.closest('[data-may-wrap]') !== null ||
      button.classList.contains('column-sort')
    )
      continue
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1)
        faults.push(`wrapped: ${tell(button)}`)
    }
  }

  const words: { word: string; text: string }[] = []
  const note = (text: string | null) => {
    for (const [word] of text?.matchAll(/[A-Za-z][A-Za-z0-9]+/g) ?? [])
      words.push({ word, text: text!.trim().slice(0, 60) })
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement!
    if (
      !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName) &&
      parent.closest('[translate=no]') === null &&
      parent.checkVisibility()
    )
      note(node.textContent)
  }
  for (const element of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]')) {
    if (element.closest('[translate=no], [aria-hidden=true]') !== null) continue
    for (const name of ['placeholder', 'aria-label', 'title', 'alt']) note(element.getAttribute(name))
  }
  return { faults, words }
}

/** Runs in the page: the targets of less than 44 pixels, which a finger misses. */
function smallTargets(): readonly string[] {
  const LEAST = 44
  const all = document.querySelectorAll<HTMLElement>(
    'button, select, textarea, summary, input, a[href], [role=button], [role=tab], [role=combobox]',
  )
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.only-aloud, .skip-link, [aria-hidden=true]') === null
  // What is tapped is the label around a small box, or the field around the bare input.
  const touched = (element: HTMLElement) =>
    element.closest(
      'label, .ant-select, .ant-picker, .ant-input-number, .ant-input-affix-wrapper, .ant-upload',
    ) ?? element
  // A link in a line of text is hit beyond its line.
  const beyond = (element: Element): readonly [number, number] => {
    const { position, content, top, right, bottom, left } = getComputedStyle(element, '::after')
    if (position !== 'absolute' || content === 'none') return [0, 0]
    const out = (side: string) => Math.max(0, -Number.parseFloat(side))
    return [out(left) + out(right), out(top) + out(bottom)]
  }
  return [...all].flatMap(element => {
    if (!isShown(element)) return []
    const target = touched(element)
    const box = target.getBoundingClientRect()
    const [wider, higher] = beyond(target)
    const [width, height] = [box.width + wider, box.height + higher]
    if (box.width === 0 || box.height === 0 || (width >= LEAST - 0.5 && height >= LEAST - 0.5)) return []
    const at = `<${element.tagName.toLowerCase()} class="${element.className}">`
    return [
      `small: ${Math.round(width)}×${Math.round(height)} ${at} ${element.textContent!.trim().slice(0, 20)}`,
    ]
  })
}
