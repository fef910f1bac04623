import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/files/xlsx/writeWorkbook.ts'
import { ownServer, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor
let unit: Visitor
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '衡评 抽签-'))
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  unit = await signInAs('unit', 'phone', server.address)
})

afterAll(async () => {
  await committee?.leave()
  await unit?.leave()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The unit of the demo's unit account. */
async function ownUnit(): Promise<{ unit: string; unitName: string }> {
  const { units } = await (await unit.context.request.get('/api/years/2018/draw-lists')).json()
  return units[0]
}

test('四（二） on a phone a unit pastes its branches; numbers that look private are refused in place; a workbook fills the same box', async () => {
  const { page, go, settle, faults } = unit
  const own = await ownUnit()
  await go('/2018/drawLists')
  await page.getByRole('link', { name: own.unitName }).click()
  await page.getByRole('button', { name: '修改名单' }).click()
  const box = page.getByRole('textbox', { name: '党支部，每行一个' })
  await box.fill('机关支部\n业务支部 13800138000\n离退休支部')
  await page.getByText('第2行').waitFor()
  expect(await page.getByRole('alert').filter({ hasText: '电话或证件号' }).count()).toBe(1)
  expect(await page.getByRole('button', { name: /^保存/ }).isDisabled()).toBe(true)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '支部.xlsx', mimeType: '', buffer: await workbook() })
  await page.getByText('工作簿中没有读入的行').waitFor()
  expect(await box.inputValue()).toBe('机关支部\n业务支部\n青年支部')
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '保存3行' }).click()
  await page.getByText('未冻结，还可以修改').waitFor()
  await settle()
  expect(await page.locator('.draw-lines li').count()).toBe(3)
  expect(await page.getByRole('region', { name: '各版名单' }).getByRole('listitem').count()).toBe(2)
  expect(await faults({ axe: true })).toEqual([])
})

/** The second person enters the two numbers. */
async function holdBy({ page, load, settle, faults }: Visitor, address: string): Promise<void> {
  await load(address)
  await page.getByRole('heading', { name: '产生种子' }).waitFor()
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('group', { name: '第一方' }).getByLabel('数字').fill('0417')
  await page.getByRole('button', { name: '定下种子并抽取' }).click()
  await page.getByText('两方各报一个数字，请填写齐全').waitFor()
  await page.getByRole('group', { name: '第二方' }).getByLabel('数字').fill('58 23')
  await page.getByRole('button', { name: '定下种子并抽取' }).click()
  await page.getByText('0417-5823').first().waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
}

test('四（二） the committee freezes and prepares, two parties give their numbers; anyone can verify in the browser and from the file', async () => {
  const { page, go, faults } = committee
  const own = await ownUnit()
  await go('/2018/newDraw')
  await page.getByRole('combobox', { name: '每个单位抽党员' }).selectOption('0')
  await page.getByRole('combobox', { name: '单位', exact: true }).fill(own.unitName)
  await page.locator('.ant-select-item-option').filter({ hasText: own.unitName }).first().click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '冻结1个单位的名单' }).click()
  await page.getByRole('button', { name: '准备好了，去定种子' }).click()
  await page.getByText('请写明再抽的理由').waitFor()
  await page.getByRole('textbox', { name: '再抽的理由' }).fill('支部有调整，双方同意再抽')
  expect(await faults({ axe: true })).toEqual([])
  await page.getByRole('button', { name: '准备好了，去定种子' }).click()
  // Drawing again takes a second person.
  await page.getByText('这是再次抽签，由您准备').waitFor()
  expect(await page.getByRole('heading', { name: '产生种子' }).count()).toBe(0)
  const address = new URL(page.url()).pathname
  expect(await faults({ axe: true })).toEqual([])
  const inspector = await signInAs('inspector', 'wide', server.address)
  await holdBy(inspector, address)
  await inspector.leave()
  await committee.load(address)
  expect(await faults({ axe: true })).toEqual([])

  expect(await page.getByText('再抽的理由').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '在本机重算' }).click()
  await page.getByText('1项全部重算一致').waitFor()
  expect(await faults({ axe: true })).toEqual([])

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出记录' }).click()
  const file = await saved
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  const checked = spawnSync(process.execPath, ['scripts/hengping.mjs', 'draw', '--verify', path], {
    encoding: 'utf8',
  })
  expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining('1 项全部重算一致')])
})

test('the unit sees both draws of the quarter, and prints one sheet that repeats the last one', async () => {
  const { page, go, settle, faults } = unit
  const own = await ownUnit()
  await go(`/2018/drawSheets/${own.unit}`)
  const options = await page.getByRole('combobox', { name: '哪一次抽签' }).locator('option').allInnerTexts()
  expect(options.filter(option => option.includes('第四季度') && option.includes('党支部')).length).toBe(2)
  const sheet = page.getByRole('article', { name: '抽签记录单' })
  expect(await sheet.innerText()).toMatch(/第2次[\s\S]*支部有调整[\s\S]*0417-5823/)
  await sheet.getByRole('button', { name: '在本机重算' }).click()
  await sheet.getByText('抽取结果重算相符').waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await sheet.getByText('被查单位代表：').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
})

async function workbook(): Promise<Buffer> {
  const rows = [
    ['序号', '党支部名称'],
    [1, '机关支部'],
    [2, '业务支部'],
    [3, '业务支部'],
    [4, '青年支部'],
  ]
  const sheet = { name: '支部', columns: [{ width: 10 }], rows }
  return Buffer.from(await writeWorkbook({ title: '支部', madeOn: '2018-12-24', sheets: [sheet] }))
}
