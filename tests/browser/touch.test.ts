import { describe, expect, test } from 'vitest'
import { deskAt } from '../../src/web/shell/visibleDesks.ts'
import { signInAs } from './browse.ts'
import { menuAddresses, pagesBelow } from './pagesOf.ts'

/** Roles that work on phones. */
const ROLES = ['unit', 'leadUnit', 'inspector'] as const

describe.each(ROLES)('on a phone every target of %s is at least 44 pixels', role => {
  test('on every page of theirs', async () => {
    const visitor = await signInAs(role, 'phone')
    await visitor.go('/')
    const small: string[] = []
    const waiting = [...(await menuAddresses(visitor.page))]
    const seen = new Set<string>()
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const page = deskAt(address)!.path
      if (seen.has(page)) continue
      seen.add(page)
      await visitor.go(address)
      small.push(...(await visitor.page.evaluate(smallTargets)).map(one => `${page} ${one}`))
      waiting.push(...(await pagesBelow(visitor.page)))
    }
    await visitor.leave()
    expect(seen.size).toBeGreaterThan(5)
    expect([...new Set(small)]).toEqual([])
  })
})

test('the first page says which stage of the year is now and that the one beside it comes next', async () => {
  const unit = await signInAs('unit', 'phone')
  await unit.go('/2018/home')
  const steps = unit.page.locator('.stepper li:visible')
  expect(await steps.allInnerTexts()).toEqual([
    expect.stringContaining('现在'),
    expect.stringContaining('接下来'),
  ])
  await unit.leave()
})

/** Runs in the page: the targets that a finger misses. */
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
    return [`${Math.round(width)}×${Math.round(height)} ${at} ${element.textContent!.trim().slice(0, 20)}`]
  })
}
