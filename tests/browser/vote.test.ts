import { expect, test } from 'vitest'
import { LONG } from '../longRun.ts'
import { checkPage } from './checkPage.ts'
import { castSheet, hallHost, markGrades, openHall, scan, takePhone } from './votePages.ts'
import { formOf } from './voteServer.ts'

test.each(LONG ? [390, 320] : [320])(
  '四（四） over plain http a voter marks 40 secretaries by grade at %i pixels, within the quota, and checks the receipt',
  async width => {
    const hall = await openHall({ lines: 40 })
    const phone = await takePhone(width)
    const { page } = phone
    await scan(phone, hall)
    await page.getByRole('button', { name: '开始评价' }).waitFor()
    expect(hallHost.startsWith('127.')).toBe(false)
    expect(await page.evaluate(() => [isSecureContext, crypto.subtle === undefined])).toEqual([false, true])
    expect(page.url()).toBe(`${hall.address}/vote`)
    await page.getByText('这张票怎样保密').tap()
    expect(await checkPage(page, { axe: true })).toEqual([])
    await page.getByRole('button', { name: '开始评价' }).tap()

    // The report of the second is read, and the way back leads to its card.
    await page.getByRole('button', { name: '读报告：李秀英' }).tap()
    await page.getByText('抓党建责任落实').waitFor()
    expect(await checkPage(page, { axe: true })).toEqual([])
    await page.getByRole('button', { name: '返回评价' }).tap()
    expect(await page.getByRole('button', { name: '读报告：李秀英' }).isVisible()).toBe(true)

    // Nothing is preset; a fourth “good” is named while marking and keeps the sheet from being cast.
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0)
    const cards = page.locator('main > ol > li')
    for (const at of [0, 1, 2, 3]) await cards.nth(at).getByRole('button', { name: '好', exact: true }).tap()
    await page.getByText('“好”最多3人，现在有4人').waitFor()
    expect(await page.locator('.is-faulty').count()).toBe(4)
    expect(await checkPage(page, { axe: true })).toEqual([])
    expect(await page.evaluate(smallTargets)).toEqual([])
    await page.getByRole('button', { name: '检查并投票' }).tap()
    expect(await page.getByRole('button', { name: '投票', exact: true }).isDisabled()).toBe(true)
    await page.goBack()
    await cards.nth(3).getByRole('button', { name: '好', exact: true }).tap()
    await page.getByText('已评3人，共40人').waitFor()
    await markGrades(phone, 3)
    await page.getByText('已评39人，共40人').waitFor()
    await page.getByRole('button', { name: '下一个未评' }).tap()
    await page.getByRole('button', { name: '检查并投票' }).tap()
    await page.getByText('还有1人没有评价，不评的按弃权计').waitFor()
    expect(await checkPage(page, { axe: true })).toEqual([])
    expect(await page.evaluate(smallTargets)).toEqual([])
    await page.getByRole('link', { name: /^6/ }).tap()
    await cards.nth(5).getByRole('button', { name: '较好' }).tap()
    const receipt = await castSheet(phone)
    expect(receipt).toMatch(/^[0-9a-f]{64}$/)
    expect(await checkPage(page, { axe: true })).toEqual([])

    const [text, ...others] = hall.sheets()
    expect(others).toEqual([])
    const [, , voterClass, marks] = JSON.parse(text!)
    expect(voterClass).toBe('officers')
    expect(marks.map(([, mark]: [string, string]) => mark)).toEqual(
      formOf({ lines: 40 }).lines.map((_, at) =>
        at < 3 ? 'good' : at === 5 ? 'fair' : ['fair', 'plain', 'poor'][at % 3],
      ),
    )
    await page.getByRole('button', { name: '核对回执' }).tap()
    await page.getByText('结果还没有公布').waitFor()
    hall.publish()
    await page.reload()
    await page.getByRole('button', { name: '核对回执' }).tap()
    await page.getByText('公布的1个回执中有您的回执').waitFor()
    // The phone has forgotten slip and marks.
    const kept = await page.evaluate(() => JSON.stringify(Object.values(localStorage)))
    expect(kept).not.toContain(hall.codes[0])
    expect(kept).not.toContain('"fair"')
    expect(phone.errors).toEqual([])
    await phone.context.close()
    await hall.stop()
  },
)

test('四（四） marks by number: one thumb types on from line to line, a number out of range is named', async () => {
  const hall = await openHall({ lines: 5, marks: 'points' })
  const phone = await takePhone(320)
  const { page } = phone
  await scan(phone, hall)
  await page.getByRole('button', { name: '开始评价' }).tap()
  const fields = page.getByRole('textbox')
  await fields.first().tap()
  await page.keyboard.type('888710')
  await page.keyboard.press('Enter')
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await page.keyboard.type('120')
  expect(await fields.evaluateAll(all => all.map(one => (one as HTMLInputElement).value))).toEqual([
    '88',
    '87',
    '10',
    '7',
    '120',
  ])
  await page.getByText('评分要填0到100的整数，请改正').waitFor()
  expect(await checkPage(page, { axe: true })).toEqual([])
  await fields.nth(4).fill('９５分')
  expect(await fields.nth(4).inputValue()).toBe('95')
  await castSheet(phone)
  expect(JSON.parse(hall.sheets()[0]!)[3]).toEqual([
    ['u1', 88],
    ['u2', 87],
    ['u3', 10],
    ['u4', 7],
    ['u5', 95],
  ])
  await phone.context.close()
  await hall.stop()
})

test('a slip that is unknown, mistyped, early, late, of a broken-off meeting or of a rehearsal: a clear sentence each', async () => {
  const hall = await openHall({ lines: 3, rehearsal: true })
  hall.state = 'prepared'
  const phone = await takePhone()
  const { page } = phone
  await page.goto(`${hall.address}/vote`)
  await page.getByLabel('票条编码').fill('1234')
  await page.getByRole('button', { name: '打开测评票' }).tap()
  await page.getByText('编码是16位字母和数字').waitFor()
  expect(await checkPage(page, { axe: true })).toEqual([])
  await page.getByLabel('票条编码').fill('zzzz-zzzz-zzzz-zzzz')
  await page.getByRole('button', { name: '打开测评票' }).tap()
  await page.getByText('这张票条不是本系统的').waitFor()
  await page.getByLabel('票条编码').fill(hall.codes[0]!.toLowerCase().replaceAll(/(.{4})/g, '$1 '))
  await page.getByRole('button', { name: '打开测评票' }).tap()

  // Early: marks may be made, and the page follows by itself when voting opens.
  await page.getByText('还没有开始投票').waitFor()
  await page.getByText('演练：这张票不计入结果').waitFor()
  await page.getByRole('button', { name: '开始评价' }).tap()
  await markGrades(phone, 0, 2)
  await page.getByRole('button', { name: '检查并投票' }).tap()
  const cast = page.getByRole('button', { name: '投票', exact: true })
  expect(await cast.isDisabled()).toBe(true)
  hall.state = 'open'
  await page.locator('.vote-main:not(:disabled)').waitFor()
  await cast.tap()
  await page.getByRole('heading', { name: '演练票已投出' }).waitFor()

  for (const [slip, state, said] of [
    [1, 'closed', '投票已截止'],
    [2, 'brokenOff', '会议已中止'],
  ] as const) {
    hall.state = state
    // The fragment alone changes: a slip scanned into the same tab.
    await scan(phone, hall, slip)
    await page.getByRole('heading', { name: said }).waitFor()
    expect(page.url()).toBe(`${hall.address}/vote`)
  }
  expect(hall.sheets()).toHaveLength(1)
  await phone.context.close()
  await hall.stop()
})

/** Runs in the page. */
function smallTargets(): readonly string[] {
  return [...document.querySelectorAll('button, input, summary, a')]
    .map(one => ({ box: one.getBoundingClientRect(), text: one.textContent }))
    .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
    .map(({ box, text }) => `${text} ${box.width}×${box.height}`)
}
