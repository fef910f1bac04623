import { afterAll, beforeAll, expect, test } from 'vitest'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, ownServer, post, signInAs, visit, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

/** From the released result to the public page, a comment, its reply and the notice board. */
let server: RunningServer
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  const leading = await signInAs('leadingGroup', 'wide', server.address)
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await ask<{ revision: number }>(committee, 'GET /api/years/2018')
  await post(committee, '/api/years/2018/seals', { revision })
  await post(leading, '/api/years/2018/seals/1/approve', {})
  await post(committee, '/api/years/2018/release', { seal: 1 })
  await leading.leave()
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

test('四（六） planned, released, read on a phone, commented, moderated, answered by the unit, hung up, withdrawn', async () => {
  const { page } = committee
  await committee.go('/2018/publication')
  await page.getByRole('button', { name: '安排公示' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('公示截止日期').fill('2018-12-31')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('已安排，2018年12月24日至2018年12月31日，还没有发布').waitFor()
  await page.getByRole('button', { name: '发布公示' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '发布公示' }).click()
  await page.getByText('正在公示，2018年12月24日至2018年12月31日，还有7天').waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])

  // Anybody, on a phone, without script or account.
  const reader = await visit('phone', server.address)
  const site = reader.page
  await site.goto(`${server.address}/public`)
  await site.getByRole('link', { name: /^2018年度/ }).click()
  expect(await reader.faults({ axe: true })).toEqual([])
  await site.getByLabel('单位名称').fill('统筹科学')
  await site.getByRole('button', { name: '查找' }).click()
  await site.getByRole('link', { name: '示范州统筹科学研究所' }).click()
  await site.setViewportSize({ width: 320, height: 700 })
  expect(await reader.faults({ axe: true })).toEqual([])
  await site.getByRole('heading', { name: '整改清单', exact: true }).waitFor()
  await site.getByRole('link', { name: 'A3' }).click()
  await site.getByText('纸张选A3').waitFor()
  expect(await reader.faults({ axe: true })).toEqual([])
  await site.getByRole('link', { name: '返回公示页' }).click()
  const send = async (text: string) => {
    await site.getByLabel(/^留言（/).fill(text)
    await site.getByRole('button', { name: '提交留言' }).click()
    await site.getByText('留言已收到，审核后显示在这里。').waitFor()
  }
  await send('书记讲的党课听得懂。')
  await send('广告广告')
  expect(await site.getByText('党课听得懂').count()).toBe(0)
  expect(await site.context().cookies()).toEqual([])

  await committee.load('/2018/publication')
  const row = (text: string) => page.getByRole('row').filter({ hasText: text })
  await row('党课听得懂').getByRole('button', { name: '显示' }).click()
  await row('党课听得懂').getByText('已显示').waitFor()
  await row('党课听得懂').getByRole('button', { name: '列入问题' }).click()
  await dialog.getByLabel('问题').fill('党课时间与值班冲突')
  await dialog.getByRole('button', { name: '列入' }).click()
  await row('党课听得懂').getByRole('link', { name: '拟稿' }).waitFor()
  await row('广告广告').getByRole('button', { name: '隐藏' }).click()
  await dialog.getByText('广告或与公示无关').click()
  await dialog.getByRole('button', { name: '隐藏' }).click()
  await row('广告广告').getByText('已隐藏').waitFor()
  expect(await committee.faults({ axe: true })).toEqual([])

  const unit = await signInAs('unit', 'wide', server.address)
  await unit.go('/2018/publication')
  await unit.page.getByRole('button', { name: '答复', exact: true }).click()
  const own = unit.page.getByRole('dialog')
  await own.getByLabel('答复').fill('谢谢监督，继续改进。')
  await own.getByRole('button', { name: '答复' }).click()
  await unit.page.getByText('答复：谢谢监督，继续改进。').waitFor()
  await unit.page.getByRole('button', { name: '登记宣传栏' }).click()
  await own.getByLabel('张贴地点').fill('一楼大厅')
  await own.getByRole('button', { name: '登记' }).click()
  await unit.page.getByRole('cell', { name: '一楼大厅' }).waitFor()
  expect(await unit.faults({ axe: true })).toEqual([])
  await unit.leave()

  await site.reload()
  await site.getByText('谢谢监督，继续改进。').waitFor()
  await site.getByText('这条留言已隐藏，理由：广告或与公示无关').waitFor()
  await committee.load('/2018/publication')
  await page.getByRole('button', { name: '撤下公示' }).click()
  await dialog.getByLabel('理由').fill('内容有误')
  await dialog.getByRole('button', { name: '撤下公示' }).click()
  await page.getByText('已撤下，还没有重新发布；公示期2018年12月24日至2018年12月31日').waitFor()
  await page.getByText('理由：内容有误').waitFor()
  await row('党课听得懂').waitFor()
  // The unit takes it down from its own board, too, and enters the day.
  const later = await signInAs('unit', 'wide', server.address)
  await later.go('/2018/publication')
  await later.page.getByRole('button', { name: '改宣传栏' }).click()
  const down = later.page.getByRole('dialog')
  await down.getByLabel('撤下日期').fill('2018-12-24')
  await down.getByRole('button', { name: '登记' }).click()
  await later.page.getByRole('cell', { name: /2018年12月24日至2018年12月24日/ }).waitFor()
  expect(await later.page.getByRole('button', { name: /^登记(单位网站|留言)$/ }).count()).toBe(0)
  expect(await later.faults({ axe: true })).toEqual([])
  await later.leave()
  reader.expect(404)
  await site.reload()
  await site.getByText('这里没有正在公示的内容').waitFor()
  await reader.leave()
})
