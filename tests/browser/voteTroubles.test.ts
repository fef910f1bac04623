import { expect, test } from 'vitest'
import { castSheet, markGrades, openHall, scan, takePhone } from './votePages.ts'
import type { VoteServer } from './voteServer.ts'
import { testInLongRun } from '../testInLongRun.ts'

test('四（四） reloaded at every step, with the line broken before and after the server acted: the marks are there and one sheet arrives', async () => {
  const hall = await openHall({ lines: 6 })
  const phone = await takePhone()
  const { page } = phone
  await scan(phone, hall)
  await page.getByRole('button', { name: '开始评价' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: '开始评价' }).tap()
  await markGrades(phone, 0, 4)
  await page.reload()
  await page.getByText('已评4人，共6人').waitFor()
  await page.getByRole('button', { name: '检查并投票' }).tap()
  await page.reload()
  await page.getByRole('button', { name: '检查并投票' }).tap()

  // The sheet arrives, its answer does not; then the phone is reloaded while it sends.
  hall.fate = path => (path.endsWith('/cast') ? 'breakAfter' : 'pass')
  await page.getByRole('button', { name: '投票', exact: true }).tap()
  await page.getByText('会自动再试').waitFor()
  expect(hall.sheets()).toHaveLength(1)
  await page.reload()
  await page.getByText('会自动再试').waitFor()
  hall.fate = () => 'pass'
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '已投票' }).waitFor()
  expect(hall.sheets()).toHaveLength(1)
  expect(phone.errors).toEqual([])
  await phone.context.close()
  await hall.stop()
})

testInLongRun('a server that restarts while phones redeem and cast: each sheet once, by itself', async () => {
  const hall = await openHall({ lines: 3, slips: 4 })
  const phones = await Promise.all(hall.codes.map(() => takePhone()))
  for (const [at, phone] of phones.entries()) {
    await scan(phone, hall, at)
    await phone.page.getByRole('button', { name: '开始评价' }).tap()
    await markGrades(phone, 0, 2)
    await phone.page.getByRole('button', { name: '检查并投票' }).tap()
  }
  await hall.down()
  await Promise.all(
    phones.map(async ({ page }) => {
      // A double tap is one sheet.
      await page.getByRole('button', { name: '投票', exact: true }).dblclick()
      await page.getByText('会自动再试').waitFor()
    }),
  )
  await hall.up()
  await Promise.all(phones.map(({ page }) => page.getByRole('heading', { name: '已投票' }).waitFor()))
  expect(hall.sheets()).toHaveLength(4)
  await Promise.all(phones.map(({ context }) => context.close()))
  await hall.stop()
})

testInLongRun(
  'two tabs show the same marks; cast in both at once, one sheet arrives and both say so',
  async () => {
    const hall = await openHall({ lines: 4 })
    const phone = await takePhone()
    await scan(phone, hall)
    await phone.page.getByRole('button', { name: '开始评价' }).tap()
    await markGrades(phone, 0, 2)
    const second = { ...phone, page: await phone.context.newPage() }
    await scan(second, hall)
    await second.page.getByText('已评2人，共4人').waitFor()
    await markGrades(second, 2, 4)
    await phone.page.getByText('已评4人，共4人').waitFor()
    for (const { page } of [phone, second]) {
      await page.bringToFront()
      await page.getByRole('button', { name: '检查并投票' }).tap()
    }
    await Promise.all(
      [phone, second].map(({ page }) =>
        page
          .getByRole('button', { name: '投票', exact: true })
          .evaluate(button => (button as HTMLElement).click()),
      ),
    )
    for (const { page } of [phone, second]) await page.getByRole('heading', { name: '已投票' }).waitFor()
    expect(hall.sheets()).toHaveLength(1)
    await phone.context.close()
    await hall.stop()
  },
)

testInLongRun(
  'another phone with the same slip goes on; what the first one then sends is not a second sheet, and it says so',
  async () => {
    const hall = await openHall({ lines: 4 })
    const [one, other] = [await takePhone(), await takePhone()]
    for (const phone of [one, other]) {
      await scan(phone, hall)
      await phone.page.getByRole('button', { name: '开始评价' }).tap()
      await markGrades(phone, 0, 2)
    }
    await castSheet(other)
    await one.page.getByRole('button', { name: '检查并投票' }).tap()
    await one.page.getByRole('button', { name: '投票', exact: true }).tap()
    await one.page.getByRole('heading', { name: '这张票条已经投过票' }).waitFor()
    await one.page.getByRole('button', { name: '刷新再看' }).tap()
    await one.page.getByRole('heading', { name: '这张票条已经投过票' }).waitFor()
    expect(hall.sheets()).toHaveLength(1)
    await one.context.close()
    await other.context.close()
    await hall.stop()
  },
)

testInLongRun(
  'closed while a sheet was under way: one that arrived is confirmed, one that did not is said to be lost',
  async () => {
    const hall = await openHall({ lines: 3 })
    await closeWhileCasting(hall, 0, 'breakAfter', '已投票')
    hall.state = 'open'
    await closeWhileCasting(hall, 1, 'breakBefore', '没有投出')
    expect(hall.sheets()).toHaveLength(1)
    await hall.stop()
  },
)

async function closeWhileCasting(
  hall: VoteServer,
  slip: number,
  fate: 'breakAfter' | 'breakBefore',
  heading: string,
): Promise<void> {
  const phone = await takePhone()
  const { page } = phone
  await scan(phone, hall, slip)
  await page.getByRole('button', { name: '开始评价' }).tap()
  await markGrades(phone, 0, 2)
  await page.getByRole('button', { name: '检查并投票' }).tap()
  hall.fate = path => (path.endsWith('/cast') ? fate : 'pass')
  await page.getByRole('button', { name: '投票', exact: true }).tap()
  await page.getByText('会自动再试').waitFor()
  hall.state = 'closed'
  hall.fate = () => 'pass'
  await page.getByRole('heading', { name: heading }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: heading === '已投票' ? heading : '投票已截止' }).waitFor()
  await phone.context.close()
}

test('storage blocked: the page says what a reload costs, casts all the same, and the slip opened again says that it was cast', async () => {
  const hall = await openHall({ lines: 3 })
  const phone = await takePhone(390, () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: denied })
  })
  const { page } = phone
  await scan(phone, hall)
  await page.getByText('这个浏览器不能保存内容').waitFor()
  await page.getByRole('button', { name: '开始评价' }).tap()
  await markGrades(phone, 0, 2)
  await page.reload()
  await page.getByLabel('票条编码').waitFor()
  await scan(phone, hall)
  await page.getByRole('button', { name: '开始评价' }).tap()
  await page.getByText('已评0人，共3人').waitFor()
  await markGrades(phone, 0, 2)
  await castSheet(phone)
  await page.getByText('请截屏留下回执').waitFor()
  await page.goto('about:blank')
  await scan(phone, hall)
  await page.getByRole('heading', { name: '这张票条已经投过票' }).waitFor()
  expect(hall.sheets()).toHaveLength(1)
  expect(phone.errors).toEqual([])
  await phone.context.close()
  await hall.stop()
})
