import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LONG } from '../longRun.ts'
import { signInAs } from './browse.ts'
import { testInLongRun } from '../testInLongRun.ts'

/** The explanation that is open beside or over the page. */
const panelOf = (page: Page) => page.getByRole('dialog', { name: '得分说明' })

test.each(LONG ? (['wide', 'phone'] as const) : (['wide'] as const))(
  'three clicks lead from the ranking to the finding behind half a point, %s',
  async viewport => {
    const { page, go, settle, faults, leave } = await signInAs('committee', viewport)
    await go('/2018/ranking')
    const { unit, row } = await halfPointIn(page)
    await page.getByPlaceholder('查找').fill(unit)
    await page.getByRole('button', { name: `${unit}的实地核查` }).click() // 1
    await settle()
    const panel = panelOf(page)
    await panel.getByRole('button', { name: row }).click() // 2
    await panel.locator('.why-evidence button', { hasText: '核查情况' }).first().click() // 3
    const details = panel.locator('.why-finding').first()
    await details.getByText('核查人').waitFor()
    expect(await details.innerText()).toMatch(/录入\s*系统，\d{4}年/)
    expect(await faults({ axe: true })).toEqual([])
    await leave()
  },
)

/** A unit with a row that lost half a point by one finding, as the answers tell it. */
async function halfPointIn(page: Page): Promise<{ readonly unit: string; readonly row: string }> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(path)).json()
    const ranking = await read('/api/years/2018/ranking')
    for (const { unit, name } of ranking.rows) {
      const result = await read(`/api/years/2018/units/${unit}/result`)
      // A lone row that lost points is open from the first.
      for (const row of result.rowsLost.length > 1 ? result.rowsLost : []) {
        const rule = row.rules.find(
          (one: { points: number; findings: number }) => Math.abs(one.points) === 0.5 && one.findings > 0,
        )
        if (rule !== undefined) return { unit: name, row: row.row }
      }
    }
    throw new Error('no half point in the demo year')
  })
}

testInLongRun(
  'the keyboard alone reaches the explanation of a number, opens the clause, and returns to the number',
  async () => {
    const { page, go, leave } = await signInAs('committee')
    await go('/2018/ranking')
    const first = page.locator('.table-box .points-explained').first()
    const name = await first.getAttribute('aria-label')
    await page.locator('.table-search input').focus()
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) === name) break
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
    await page.keyboard.press('Enter')
    const panel = panelOf(page)
    await panel.locator('h2').waitFor()
    expect(await panel.evaluate(own => own.contains(document.activeElement))).toBe(true)
    await panel.locator('.clause-chip').first().focus()
    await page.keyboard.press('Enter')
    await panel.locator('.clause-words').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
    await leave()
  },
)

test('an explanation has an address: a link opens it at its place, back closes it, printing shows it alone', async () => {
  const { page, go, settle, leave } = await signInAs('committee')
  await go('/2018/ranking')
  await page.locator('.table-box .points-explained').first().click()
  await settle()
  const address = page.url()
  const title = await panelOf(page).locator('h2').innerText()
  await page.goBack()
  await panelOf(page).waitFor({ state: 'detached' })
  await go(address)
  expect(await panelOf(page).locator('h2').innerText()).toBe(title)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#root').isVisible()).toBe(false)
  expect(await panelOf(page).locator('h2').isVisible()).toBe(true)
  await leave()
})

test('the ranking of a day says so over the page, shows what changed since, and one way leads back', async () => {
  const { page, go, faults, leave } = await signInAs('committee')
  await go('/2018/ranking')
  const day = page.getByLabel('查看某日的情形')
  // While the day is computed, the page says so.
  let show = () => {}
  const held = new Promise<void>(done => (show = done))
  await page.route(/ranking\?.*asOf=/, route => held.then(() => route.continue()))
  // The server keeps the days of an office in China, wherever it runs.
  await day.fill(new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date()))
  await day.press('Enter')
  await page.getByText(/^按\d+年\d+月\d+日的情形$/).waitFor()
  const reading = page.getByText('正在按这一天的数据重新计分排名')
  await reading.waitFor()
  show()
  await page.getByText('按当日的事实试排').waitFor()
  await reading.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '此后的变化' }).click()
  await page.getByText('名次、等次和结果运用都不变').waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '返回现在' }).click()
  await page.getByText('按当前的事实试排').waitFor()
  await leave()
})

test('the ranking is filtered by pinyin and keeps the lines between bands', async () => {
  const { page, go, leave } = await signInAs('committee')
  await go('/2018/ranking')
  const all = await page.locator('.table-count').innerText()
  await page.locator('.table-search input').fill('lyj')
  await expect.poll(() => page.locator('.table-count').innerText()).not.toBe(all)
  const shown = () => page.locator('.table-box tbody:not([aria-hidden]) tr td:nth-child(2)').allInnerTexts()
  // None until what was found has come.
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(0)
  const names = await shown()
  expect(names.every(name => /林业|旅游/.test(name))).toBe(true)
  await page.locator('.table-search input').fill('')
  await expect.poll(() => page.locator('.table-count').innerText()).toBe(all)
  // Each time the end comes into view, the next rows are read.
  await expect
    .poll(async () => {
      await page.locator('.table-box').evaluate(box => void (box.scrollTop = box.scrollHeight))
      return (await page.locator('.table-divider').allInnerTexts()).join()
    })
    .toMatch(/后3名绩效扣3分.*五（三）/)
  await leave()
})

test('五（三） a what-if shows what would change before anything is saved, survives leaving the page, and can be discarded', async () => {
  const { page, go, settle, faults, leave } = await signInAs('committee')
  await go('/2018/ranking')
  const before = await page.evaluate(async () =>
    JSON.stringify((await (await fetch('/api/years/2018/ranking')).json()).rows),
  )
  await go('/2018/whatIf')
  const weight = (name: string) => page.getByLabel(`${name}试算的权重，百分数`)
  await weight('实地核查').fill('40')
  await weight('实地核查').blur()
  await page.getByText('须为100%').waitFor()
  await weight('述职测评').fill('30')
  await weight('述职测评').blur()
  await page.getByText('试算了2处改动').waitFor()
  await settle()
  expect(await page.locator('.comparison-counts').innerText()).toMatch(/[1-9]\d* 得分变动/)
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('link', { name: '排名' }).click()
  await settle()
  await page.getByRole('link', { name: '试算' }).click()
  await page.getByText('试算了2处改动').waitFor()
  await page.getByRole('button', { name: '全部放弃' }).click()
  await page.getByText('还没有改动').waitFor()
  expect(
    await page.evaluate(async () =>
      JSON.stringify((await (await fetch('/api/years/2018/ranking')).json()).rows),
    ),
  ).toBe(before)
  await leave()
})

testInLongRun('a unit is told that its result is not released yet, and what it can do', async () => {
  const { page, context, go, expect: expectStatus, leave } = await signInAs('unit')
  const session = await (await context.request.get('/api/session')).json()
  const unit = session.account.grants.find(
    (grant: { readonly unit?: string }) => grant.unit !== undefined,
  ).unit
  expectStatus(403)
  await go(`/2018/units/${unit}`)
  await page.getByText('还没有向单位公布').waitFor()
  await page.getByRole('link', { name: '查看年度安排' }).waitFor()
  await leave()
})
