import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../results/readWorkbook.ts'
import { nextYearDraft } from './nextYearDraft.ts'
import { ownServer, post, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  await addUnit('=示范州新设局')
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

/** A unit that nothing has been entered for yet; its name looks like a formula. */
async function addUnit(name: string): Promise<void> {
  const roster = await (await committee.context.request.get('/api/years/2018/roster')).json()
  const { kind, level, tier } = roster.units.find(
    (one: { readonly answers?: unknown; readonly leadUnit?: string }) =>
      one.leadUnit === undefined && one.answers,
  )
  await post(committee, '/api/years/2018/roster', {
    unit: { id: 'SF999', name, kind, level, tier, affiliated: true, headedByLeader: false },
    holders: [{ person: 'SF999-1', name: '田示新', post: '党组织书记' }],
  })
}

describe('年度进展', () => {
  test('the timetable shows what is past, next and late, with the days', async () => {
    const { page, go, faults } = committee
    await go('/2018/year')
    const dates = page.locator('.timetable li')
    expect(await dates.filter({ hasText: '民意调查' }).innerText()).toMatch(/逾期24天，缺1个/)
    expect(await page.locator('.timetable [aria-current=step]').innerText()).toMatch(/补充调查[\s\S]*还有4天/)
    expect(await page.getByText('逾期', { exact: false }).count()).toBeGreaterThan(1)
    expect(await faults({ axe: true })).toEqual([])
  })

  test('a cell of the progress by lead unit opens the units that are missing, with the reasons', async () => {
    const { page, go, settle, faults } = committee
    await go('/2018/year')
    await page.getByRole('button', { name: /民意调查：.*逾期/ }).click()
    const list = page.getByRole('dialog')
    await list.getByText('没有民意调查结果，请录入').waitFor()
    expect(await list.getByRole('link', { name: '=示范州新设局' }).count()).toBe(1)
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    await list.getByRole('link', { name: '打开全部缺项清单' }).click()
    await page.getByRole('heading', { name: '缺项清单', level: 1 }).waitFor()
  })

  test('the list of missing items names each, and is exported as a table without formulas', async () => {
    const { page, go, faults } = committee
    await go('/2018/year/missing')
    expect(await page.getByRole('row').filter({ hasText: '民意调查' }).innerText()).toMatch(/逾期/)
    expect(await faults({ axe: true })).toEqual([])
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出清单' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('2018年度缺项清单.xlsx')
    const sheet = readWorkbook(new Uint8Array(await buffer(await file.createReadStream()))).get('缺项清单')!
    const cells = [...sheet.values()].flatMap(row => row.map(cell => cell ?? { value: undefined }))
    expect(cells.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['=示范州新设局', '直管单位', '民意调查', '逾期', '2018年11月30日']),
    )
    expect(cells.filter(cell => 'formula' in cell)).toEqual([])
  })

  test('the first page shows what is late and for whom it waits', async () => {
    const { page, go } = committee
    await go('/')
    expect(new URL(page.url()).pathname).toBe('/2018/home')
    const task = page.locator('.home-act, li').filter({ hasText: '补齐“民意调查”：1个单位没有得分' })
    expect(await task.innerText()).toContain('=示范州新设局')
    await task.getByRole('link').click()
    await page.getByRole('heading', { name: '缺项清单', level: 1 }).waitFor()
  })
})

describe('阶段与方案', () => {
  test('a phase is reverted only with a written reason, which is then shown with it', async () => {
    const { page, go, settle, faults } = committee
    await go('/2018/year/phases')
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '退回述职测评' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.getByText('请写明理由。', { exact: true }).waitFor()
    await dialog.getByLabel('理由').fill('两个单位补开述职测评会议')
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settle()
    expect(await page.locator('.phases [aria-current=step]').innerText()).toMatch(
      /述职测评[\s\S]*现在[\s\S]*两个单位补开述职测评会议/,
    )
    expect(await faults()).toEqual([])
  })

  test('if somebody else has moved the phase meanwhile, the page says so and keeps the reason typed', async () => {
    const { page, go, expect: mayCome } = committee
    await go('/2018/year/phases')
    await page.getByRole('button', { name: '退回准备' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('名册须重新核对')
    await post(committee, '/api/years/2018/phase', { from: 'debriefed', to: 'scored' })
    mayCome(422)
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.getByText('刚才有人推进过').waitFor()
    expect(await dialog.getByLabel('理由').inputValue()).toBe('名册须重新核对')
    await dialog.getByRole('button', { name: '取消' }).click()
  })

  test('another promulgated version of the scheme is adopted by a decision', async () => {
    const { page, go, settle } = committee
    const { versions } = await (await committee.context.request.get('/api/schemes')).json()
    const draft = await post<{ version: string; revision: number }>(
      committee,
      `/api/schemes/${versions[0].version}/drafts`,
      {},
    )
    const { document } = await (await committee.context.request.get(`/api/schemes/${draft.version}`)).json()
    const put = await committee.context.request.put(`/api/schemes/${draft.version}`, {
      data: { revision: draft.revision, document: { ...document, title: `${document.title}（修订）` } },
      headers: { 'idempotency-key': randomUUID() },
    })
    const { head } = await put.json()
    await post(committee, `/api/schemes/${draft.version}/promulgation`, { revision: head.revision })
    await go('/2018/year/phases')
    await page.getByRole('button', { name: `改用第${head.number}版` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('通知经修订重新印发')
    await dialog.getByRole('button', { name: '改用', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settle()
    expect(await page.locator('main').innerText()).toMatch(
      new RegExp(`现在采用[\\s\\S]*（修订）》第${head.number}版`),
    )
  })

  test('the next year is opened with its scheme and the roster of the year before', async () => {
    const { page, go, settle, faults } = committee
    await go('/openYear')
    await page.getByText('没有可以用来开启年度的方案').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await nextYearDraft(committee)
    const { versions } = await (await committee.context.request.get('/api/schemes')).json()
    const draft = versions.find((one: { readonly cycle: number }) => one.cycle === 2019)
    await post(committee, `/api/schemes/${draft.version}/promulgation`, { revision: draft.revision })
    await go('/openYear')
    await page.getByText('沿用2018年度的名册（25个单位）').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '开启2019年度' }).click()
    await page.getByRole('heading', { name: '名册', level: 1 }).waitFor()
    await settle()
    expect(new URL(page.url()).pathname).toBe('/2019/roster')
    expect(await page.getByLabel('考核年度').locator('option').allInnerTexts()).toEqual([
      '2019年度',
      '2018年度',
    ])
    await go('/2019/home')
    expect(await faults()).toEqual([])
  })
})

test('before the release a unit reads when its result comes and what it can view meanwhile', async () => {
  const visitor = await signInAs('unit', 'phone', server.address)
  await visitor.go('/2018/home')
  await visitor.page.getByText('2018年度的结果还没有公布').waitFor()
  expect(await visitor.page.locator('main').innerText()).toMatch(
    /2018年度的结果还没有公布[\s\S]*正在汇总计分[\s\S]*向单位公布/,
  )
  await visitor.page.getByRole('link', { name: '查看年度进展' }).click()
  await visitor.page.getByRole('heading', { name: '本单位各分项' }).waitFor()
  expect(await visitor.page.getByText('各系统进度').count()).toBe(0)
  expect(await visitor.faults()).toEqual([])
  await visitor.go('/2018/consequences')
  await visitor.page.getByText('结果公布后显示').waitFor()
  expect(await visitor.faults()).toEqual([])
  await visitor.leave()
})
