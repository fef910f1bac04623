import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoYear } from '../../src/demo/demoYear.ts'
import { writeFactsTemplate } from '../../src/files/facts/writeFactsTemplate.ts'
import { xiangxi } from '../readers/aYear.ts'
import { ownServer, signInByPage, signInFirst, visit, type Visitor } from './browse.ts'
import { promulgateSample } from './promulgateSample.ts'
import type { RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'

/** An office of five units, from an empty installation to a released result, by clicks alone. */
let server: RunningServer
let visitor: Visitor

beforeAll(async () => {
  server = await ownServer(['--empty', '--today', '2018-12-28'])
  visitor = await visit('wide', server.address)
})

afterAll(async () => {
  await visitor?.leave()
  await server?.stop()
})

stepsOfOneWay()

const OWN = 'Songbai-2018-er'
const slips = new Map<string, string>()

async function enter(username: string, given = OWN): Promise<void> {
  const { load, context } = visitor
  await context.clearCookies()
  await load('/')
  if (given !== OWN) return signInFirst(visitor, username, given, OWN)
  await signInByPage(visitor, username, given)
}

/** The workbook with other headings: the first cell of a sheet that says one says the other. */
function renamed(workbook: Uint8Array, names: readonly (readonly [string, string])[]): Buffer {
  const files = Object.entries(unzipSync(workbook)).map(([path, bytes]): [string, Uint8Array] => {
    if (!/worksheets\/sheet\d+\.xml$/.test(path) || path.endsWith('/sheet1.xml')) return [path, bytes]
    const text = names.reduce(
      (xml, [from, to]) => xml.replace(`>${from}<`, `>${to}<`),
      new TextDecoder().decode(bytes),
    )
    return [path, new TextEncoder().encode(text)]
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

async function keepSlips(): Promise<void> {
  const { page } = visitor
  await page.getByRole('heading', { name: '一次性口令' }).waitFor()
  for (const slip of await page.locator('.slips-list > li').all()) {
    const lines = await slip.locator('dd').allInnerTexts()
    slips.set(lines.at(-2)!, lines.at(-1)!)
  }
}

test('the administrators open the accounts of the committee and of the leading group', async () => {
  const { page, go } = visitor
  const [, username, password] = /用户名 (\S+)，一次性口令 (\S+)/.exec(server.said())!
  await enter(username!, password!)
  await page.getByLabel('本单位名称').fill('示例县委组织部')
  await page.getByRole('button', { name: '保存名称' }).click()
  await page.getByRole('link', { name: '去开设账号' }).click()
  for (const [role, own] of [
    ['安全管理员', 'anquan'],
    ['审计管理员', 'shenji'],
    ['组织考核者', 'kaohe'],
  ] as const) {
    const person = page.getByRole('group', { name: role })
    await person.getByLabel('姓名').fill(role)
    await person.getByLabel('用户名').fill(own)
  }
  await page.getByRole('button', { name: '开设三个账号' }).click()
  await keepSlips()
  page.on('dialog', dialog => void dialog.accept())
  await go('/accounts/new')
  await page.getByLabel('姓名或名称').fill('领导小组')
  await page.getByLabel('用户名').fill('lingdao')
  await page.getByRole('button', { name: '开设账号' }).click()
  await keepSlips()
  await enter('anquan', slips.get('anquan')!)
  await go('/accounts')
  await page.getByRole('link', { name: '领导小组' }).first().click()
  await page.getByLabel('角色', { exact: true }).selectOption({ label: '领导小组' })
  await page.getByRole('button', { name: '添加' }).click()
  await page.getByRole('button', { name: '保存角色' }).click()
  await page.getByRole('button', { name: '保存角色' }).waitFor({ state: 'detached' })
})

test('the committee promulgates a scheme, opens the year, and imports five units with their facts', async () => {
  const { page, go } = visitor
  await enter('kaohe', slips.get('kaohe')!)
  await promulgateSample(visitor)
  await go('/openYear')
  await page.getByRole('button', { name: '开启2018年度' }).click()
  await page.getByText('名册还是空的').waitFor()
  const { roster, facts } = demoYear({ seed: 5, units: 5, scheme: xiangxi })
  const buffer = renamed(await writeFactsTemplate(xiangxi, { roster, facts }), [
    ['名称', '单位全称'],
    ['规则', '问题种类'],
    ['综合得分', '总分'],
  ])
  await go('/2018/imports')
  await page.locator('input[type=file]').setInputFiles({ name: '年度事实.xlsx', mimeType: '', buffer })
  // A workbook of one's own: all sheets with other headings are matched together, 历年结果 too.
  for (const [sheet, column, heading] of [
    ['历年结果', '综合得分', '总分'],
    ['核查情况', '规则', '问题种类'],
    ['单位名册', '名称', '单位全称'],
  ] as const) {
    const matched = page.getByRole('region', { name: `工作表“${sheet}”` })
    await matched.getByLabel(`${column}对应的表头`).last().click()
    await page.locator('.ant-select-item-option').filter({ hasText: heading }).last().click()
  }
  await page.getByRole('button', { name: '按此读入' }).click()
  await page.getByRole('button', { name: /^提交全部 \d+ 行$/ }).click()
  await page.getByRole('link', { name: '核对名册' }).waitFor()
})

test('the year moves on to scoring, and the small cohort is decided where the checks lead to', async () => {
  const { page, go, settle, faults } = visitor
  for (const phase of ['日常考核', '述职测评', '汇总计分']) {
    await go('/2018/year/phases')
    await page.getByRole('button', { name: `进入${phase}` }).click()
    const dialog = page.getByRole('dialog')
    if ((await dialog.getByLabel('理由').count()) > 0) await dialog.getByLabel('理由').fill('按期')
    await dialog.getByRole('button', { name: '进入' }).click()
    await page.locator('.phase-now', { hasText: phase }).waitFor()
  }
  await go('/2018/seals')
  const check = page.locator('.check', { hasText: '只有5个考核对象' })
  await check.getByRole('link', { name: '去处理' }).first().click()
  await page.getByRole('heading', { name: '研究事项' }).waitFor()
  await settle()
  expect(await faults()).toEqual([])
  for (;;) {
    const open = page.getByRole('button', { name: /^(决定|登记没有缺席)$/ })
    if ((await open.count()) === 0) break
    const before = await open.count()
    await open.first().click()
    const dialog = page.getByRole('dialog')
    if ((await dialog.getByRole('radio').count()) > 0)
      await dialog.getByRole('radio', { name: /^适用/ }).check()
    if ((await dialog.getByRole('spinbutton').count()) > 0) {
      const range = /倒数第(\d+)名至/.exec(await dialog.innerText())
      await dialog.getByRole('spinbutton').fill(range?.[1] ?? '80')
    }
    if ((await dialog.getByLabel('由谁决定').count()) > 0)
      await dialog.getByLabel('由谁决定').fill('领导小组会议')
    await dialog.getByLabel(/理由|依据/).fill('集体研究，会议记录第3号')
    await dialog.getByRole('button', { name: /^(录入决定|登记)$/ }).click()
    await dialog.waitFor({ state: 'detached' })
    await settle()
    expect(await open.count()).toBeLessThan(before)
  }
})

test('the result is sealed, approved and released', async () => {
  const { page, go } = visitor
  await go('/2018/seals')
  await page.getByRole('button', { name: '封存结果' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '封存', exact: true }).click()
  await page.getByText('正等待领导小组审定').waitFor()
  await enter('lingdao', slips.get('lingdao')!)
  await go('/2018/seals')
  await page.getByRole('button', { name: '审定', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审定', exact: true }).click()
  await page.getByText('等待组织考核者向单位公布').waitFor()
  await enter('kaohe')
  await go('/2018/seals')
  await page.getByRole('button', { name: '向单位公布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click()
  await page.getByText('已审定并向单位公布').waitFor()
  await go('/2018/ranking')
  await page.getByRole('table').first().waitFor()
})
