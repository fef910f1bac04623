import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import { writeFactsTemplate } from '../../src/files/facts/writeFactsTemplate.ts'
import { xiangxi } from '../readers/aYear.ts'
import { ownServer, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
})

afterAll(() => server.stop())

const committee = (viewport?: 'phone'): Promise<Visitor> => signInAs('committee', viewport, server.address)

/** The year's own workbook with one unit renamed and two findings spoilt. */
async function aSpoiltWorkbook({ context }: Visitor, name: string): Promise<Buffer> {
  const whole = await (await context.request.get('/api/years/2018/workbook?fill=facts')).body()
  const { roster, facts } = await readFacts(new Uint8Array(whole), xiangxi)
  const units = roster.units.map((unit, at) => (at === 3 ? { ...unit, name } : unit))
  const findings = facts.findings.map((finding, at) =>
    at < 2 ? { ...finding, rule: '=没有的规则' } : finding,
  )
  return Buffer.from(
    await writeFactsTemplate(xiangxi, { roster: { ...roster, units }, facts: { ...facts, findings } }),
  )
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

async function pickDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day)
  await page.getByLabel(label).press('Enter')
}

test('a file with refused rows: previewed with sheet, row and reason, its accepted part committed and found again', async () => {
  const visitor = await committee()
  const { page, go, settle, faults, leave } = visitor
  const file = await aSpoiltWorkbook(visitor, '示范州新名局')
  await go('/2018/imports')
  expect(await faults({ axe: true })).toEqual([])
  await choose(page, '年度事实.xlsx', file)
  await page.getByRole('heading', { name: '退回的行' }).waitFor()
  await settle()
  expect(await page.getByText(/^共\d+行，接受\d+行，退回2行$/).count()).toBe(1)
  const refused = page.getByRole('table', { name: '退回的行' })
  await refused.getByRole('row', { name: /核查情况 2 规则 C2 .*没有规则“=没有的规则”/ }).waitFor()
  await page.getByText('名册：新增 0 个单位，修改 1 个，一致 23 个').waitFor()
  expect(await faults({ axe: true })).toEqual([])

  // Nothing is written before it is committed, and the preview is found again from the list.
  await go('/2018/roster')
  expect(await page.getByRole('link', { name: '示范州新名局' }).count()).toBe(0)
  await go('/2018/imports')
  await page.getByText('1个文件已预览，等待提交').waitFor()
  await page.getByRole('link', { name: '年度事实.xlsx' }).click()
  await page.getByRole('button', { name: /^只提交通过的 \d+ 行$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await page.getByRole('link', { name: '核对名册' }).waitFor()
  await page.getByText('单位修改 1 个').waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('link', { name: '核对名册' }).click()
  await page.getByRole('link', { name: '示范州新名局' }).waitFor()
  await leave()
})

test('the same file is recognized, and its preview is computed again for another choice', async () => {
  const visitor = await committee()
  const { page, go, settle, faults, leave } = visitor
  const file = await aSpoiltWorkbook(visitor, '示范州再改局')
  for (const again of [false, true]) {
    await go('/2018/imports')
    await choose(page, '再次.xlsx', file)
    await page.getByRole('heading', { name: '提交后' }).waitFor()
    await settle()
    expect(await page.getByText(/这个文件已由.+导入过/).count()).toBe(again ? 1 : 0)
    if (again) break
    await page.getByRole('radio', { name: '替换同类事实' }).check()
    await page.getByRole('columnheader', { name: '撤下原有' }).waitFor()
    await page.getByRole('button', { name: /^只提交/ }).click()
    await page
      .getByRole('dialog')
      .getByText(/原有的事实撤下 \d+ 条/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await page.getByRole('link', { name: '核对名册' }).waitFor()
  }
  await page.getByText('文件里没有新的内容').waitFor()
  expect(await page.getByRole('button', { name: /^只提交|^提交/ }).count()).toBe(0)
  await page.getByRole('button', { name: '放弃' }).click()
  await page.getByText('没有写入', { exact: true }).waitFor()
  expect(await faults()).toEqual([])
  await leave()
})

test('when two people edit one unit, the second sees the first, and nothing typed is lost', async () => {
  const [one, other] = [await committee(), await committee()]
  const unit = '/2018/roster/SF010'
  for (const { go, page } of [one, other]) {
    await go(unit)
    await page.getByRole('button', { name: '修改' }).click()
  }
  await one.page.getByLabel('单位名称').fill('示范州先改局')
  await one.page.getByRole('button', { name: '保存' }).click()
  await one.page.getByRole('heading', { name: '示范州先改局' }).waitFor()

  other.expect(409)
  await other.page.getByLabel('单位名称').fill('示范州后改局')
  await other.page.getByLabel('级别').fill('副处级')
  await other.page.getByRole('button', { name: '保存' }).click()
  const conflict = other.page.getByRole('alert', { name: '修改冲突' })
  await conflict.getByText(/单位“示范州先改局”已由考核办公室于.+改动，您这次操作没有生效/).waitFor()
  await conflict.getByRole('row', { name: /单位名称 示范州先改局 示范州后改局/ }).waitFor()
  expect(await other.page.getByLabel('单位名称').inputValue()).toBe('示范州后改局')
  expect(await other.faults({ axe: true })).toEqual([])
  await conflict.getByRole('button', { name: '仍以我的为准' }).click()
  await other.page.getByRole('heading', { name: '示范州后改局' }).waitFor()
  const now = await (await other.context.request.get(`/api/years${unit}`)).json()
  expect([now.name, now.level, now.revision]).toEqual(['示范州后改局', '副处级', 3])
  await one.leave()
  await other.leave()
})

test('a unit is found by pinyin, renamed from a given day, and merged into another', async () => {
  const { page, go, settle, faults, leave } = await committee()
  await go('/2018/roster')
  expect(await faults({ axe: true })).toEqual([])
  const roster = await page.evaluate(async () => (await fetch('/api/years/2018/roster')).json())
  const members = (roster.units as { id: string; name: string; leadUnit?: string }[]).filter(
    unit => unit.leadUnit !== undefined,
  )
  const [gone, heir] = [members.at(-1)!, members.at(-2)!]

  await go(`/2018/roster/${heir.id}`)
  await page.getByRole('button', { name: '改名' }).click()
  await page.getByLabel('新名称').fill('示范州更名中心')
  await pickDay(page, '自何日起', '2018年5月1日')
  await page.getByRole('dialog').getByRole('button', { name: '改名' }).click()
  await page.getByText(`${heir.name}（到2018年5月1日）`).waitFor()
  await go('/2018/roster')
  await page.getByPlaceholder('查找单位、姓名或拼音首字母').fill('gmzx')
  await expect.poll(() => page.locator('.table-box tbody a').allTextContents()).toEqual(['示范州更名中心'])

  await go(`/2018/roster/${gone.id}`)
  await page.getByRole('button', { name: '并入其他单位' }).click()
  await page.getByLabel('并入哪个单位').fill('gmzx')
  await page.locator('.ant-select-item-option', { hasText: '示范州更名中心' }).click()
  // Typed as many people do.
  await pickDay(page, '自何日起', '2018-09-01')
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '并入' }).click()
  await page.getByText('2018年9月1日', { exact: true }).waitFor()
  await settle()
  await page.getByRole('link', { name: '示范州更名中心' }).click()
  await page.getByText('由下列单位并入').waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await leave()
})

test('a unit is added on a phone; an invalid one is refused and what was typed is kept', async () => {
  const { page, go, faults, expect: expectStatus, leave } = await committee('phone')
  await go('/2018/newUnit')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请填写单位名称').waitFor()
  const there = await page.evaluate(
    async () => (await (await fetch('/api/years/2018/roster')).json()).units[0].name as string,
  )
  await page.getByLabel('单位名称').fill(there)
  await page.getByLabel('单位编号').fill('XIN-1')
  await page.getByLabel('类别', { exact: true }).fill('州直机关')
  await page.getByLabel('层级').selectOption('直管单位')
  await page.getByLabel('姓名').fill('赵示新')
  expectStatus(422)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(/名册有 1 处不对，没有保存/).waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('赵示新')
  expect(await faults({ axe: true })).toEqual([])
  await page.getByLabel('单位名称').fill('示范州新设局')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '示范州新设局', level: 1 }).waitFor()
  expect(await page.getByRole('cell', { name: /赵示新/ }).count()).toBe(1)
  expect(await faults({ axe: true })).toEqual([])
  await leave()
})

test('a lead unit sees its own group and cannot change anything', async () => {
  const { page, go, faults, leave } = await signInAs('leadUnit', 'wide', server.address)
  await go('/2018/roster')
  expect(await page.getByRole('link', { name: '增加单位' }).count()).toBe(0)
  await page.locator('.roster-member a').first().click()
  await page.getByRole('heading', { name: '考核对象' }).waitFor()
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0)
  expect(await faults()).toEqual([])
  await leave()
})
