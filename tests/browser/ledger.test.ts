import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../src/files/xlsx/writeWorkbook.ts'
import { readWorkbook } from '../results/readWorkbook.ts'
import { ownServer, post, read, signInAs, visit, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { testInLongRun } from '../testInLongRun.ts'

const UNIT = 'CESHI'
const NAME = '示范州台账测试中心'

let server: RunningServer
let committee: Visitor
let unit: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '40', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  await addUnit()
  unit = await theUnit()
})

afterAll(async () => {
  await unit?.leave()
  await committee?.leave()
  await server?.stop()
})

interface Own {
  readonly account: { readonly grants: readonly { readonly role: string; readonly unit: string }[] }
}

/** A unit of the demo's lead unit that has no ledger yet. */
async function addUnit(): Promise<void> {
  const lead = await signInAs('leadUnit', 'wide', server.address)
  const { account } = await read<Own>(lead, '/api/session')
  await lead.leave()
  const fields = {
    id: UNIT,
    name: NAME,
    kind: '州直单位',
    level: '正处级',
    tier: 'member',
    leadUnit: account.grants.find(grant => grant.role === 'leadUnit')!.unit,
    affiliated: false,
    headedByLeader: false,
  }
  await post(committee, '/api/years/2018/roster', { unit: fields, holders: [] })
}

/** Who keeps its ledger, in front of a phone. */
async function theUnit(): Promise<Visitor> {
  const entry = {
    username: '台账员',
    name: '台账员',
    administers: false,
    grants: [{ role: 'unit', unit: UNIT }],
  }
  const { password } = await post<{ password: string }>(committee, '/api/accounts', entry)
  const visitor = await visit('phone', server.address)
  await post(visitor, '/api/session/sign-in', { username: entry.username, password })
  await post(visitor, '/api/session/password', { current: password, next: 'Songbai-2018-er' })
  return visitor
}

interface Standing {
  readonly counters: readonly {
    readonly counter: string
    readonly total: number
    readonly shortNow: number
    readonly name: string
  }[]
  readonly forecast: readonly { readonly rules: readonly Forecast[] }[]
}

interface Forecast {
  readonly text: string
  readonly counters: readonly string[]
  readonly each: number
  readonly now: number
  readonly atEnd: number
  readonly shortAtEnd: number
}

async function standing(counter: string) {
  const { counters, forecast } = await read<Standing>(unit, `/api/years/2018/units/${UNIT}/counters`)
  return {
    ...counters.find(one => one.counter === counter)!,
    rule: forecast.flatMap(row => row.rules).find(rule => rule.counters.includes(counter))!,
  }
}

/** One entry as the unit would make it, for the months before. */
function enter(kind: string, happenedOn: string, title: string): Promise<{ readonly id: string }> {
  return post(unit, `/api/years/2018/units/${UNIT}/entries`, {
    kind,
    happenedOn,
    title,
    lateReason: '年中补录',
  })
}

describe('四（一） a unit keeps its ledger', () => {
  test('a meeting is entered with two clicks from the first page; a double click enters it once', async () => {
    const { page, go, settle, faults } = unit
    await go('/2018/ledger')
    await page.getByText('还没有登记过台账').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await go('/2018/home')
    await page.getByRole('region', { name: '台账' }).getByRole('link', { name: '班子会议研究党建' }).click()
    await page.getByText(/登记后，2018年班子会议研究党建为1次，应有4次/).waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '登记', exact: true }).dblclick()
    await page.getByText('已登记', { exact: true }).waitFor()
    await settle()
    expect(new URL(page.url()).pathname).toBe('/2018/ledger')
    expect((await standing('boardMeeting')).total).toBe(1)
    await page.getByRole('link', { name: '2018年12月班子会议研究党建' }).waitFor()
    expect(await faults({ axe: true })).toEqual([])
  })

  test('what was typed survives a reload and a refusal', async () => {
    const { page, go, settle, faults, expect: mayCome } = unit
    await go(`/2018/ledger/${UNIT}/new?kind=themedPartyDay&period=2018-10`)
    await page.getByLabel('哪一天办的').fill('2018年10月19日')
    await page.getByLabel('哪一天办的').press('Enter')
    await page.getByLabel('补录的原因').fill('经办人外出')
    await page.getByLabel('参加人数').fill('23')
    await page.reload()
    await settle()
    await page.getByText('这里是上次没有登记完的内容').waitFor()
    expect(await page.getByLabel('参加人数').inputValue()).toBe('23')
    await closePeriod('2018-10', 'closed')
    mayCome(422)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: /2018年10月.*截止/ })
      .waitFor()
    expect(await page.getByLabel('参加人数').inputValue()).toBe('23')
    await closePeriod('2018-10', 'byDate')
    await page.reload()
    await settle()
    // A closed period is not asked for it; once it is open again, it stands there as it was typed.
    expect(await page.getByLabel('补录的原因').inputValue()).toBe('经办人外出')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记', { exact: true }).waitFor()
    await settle()
    expect(await standing('themedPartyDay')).toMatchObject({ total: 1, shortNow: 10 })
    expect(await faults()).toEqual([])
  })

  testInLongRun('the shortfall and its cost are shown months ahead, and fall with each entry', async () => {
    const { page, go } = unit
    const rowOf = async () => {
      const { rule } = await standing('themedPartyDay')
      await go('/2018/ledger')
      const row = page
        .getByRole('region', { name: '预计扣分' })
        .getByRole('row')
        .filter({ hasText: rule.text })
      return { rule, said: await row.innerText() }
    }
    const before = await rowOf()
    expect(before.rule.shortAtEnd).toBe(11)
    expect(before.rule.now).toBeLessThanOrEqual(before.rule.atEnd)
    expect(before.said).toMatch(
      new RegExp(`11次\\s+${before.rule.now.toFixed(2)}\\s+${before.rule.atEnd.toFixed(2)}`),
    )
    for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '11', '12']) {
      await enter('themedPartyDay', `2018-${month}-10`, `${month}月主题党日`)
    }
    const after = await rowOf()
    expect(after.rule).toMatchObject({ shortAtEnd: 0, now: 0, atEnd: 0 })
    expect(after.said).toMatch(/不差\s+0\.00\s+0\.00/)
    expect(
      await page
        .getByRole('list', { name: '各事项完成情况' })
        .getByRole('button', { name: /^主题党日.*✓/ })
        .count(),
    ).toBe(12)
    await page
      .getByRole('list', { name: '各事项完成情况' })
      .getByRole('button', { name: /^主题党日.*11月/ })
      .first()
      .click()
    await page.getByRole('tooltip').getByRole('link', { name: '11月主题党日' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('an entry is corrected and another withdrawn, each with its reason; the originals stay readable', async () => {
    const { page, go, settle, faults } = unit
    const wrong = await enter('onePlusOne', '2018-12-03', '与社区结对')
    await go(`/2018/ledger/${UNIT}/entries/${wrong.id}`)
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('link', { name: '更正' }).click()
    await page.getByLabel('标题').fill('与和平社区结对')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByText('请写明为什么更正。').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByLabel('为什么更正').fill('社区名称写漏')
    await page.getByRole('button', { name: '保存更正' }).click()
    await page.getByRole('heading', { name: '与和平社区结对', level: 1 }).waitFor()
    await settle()
    expect(await page.getByRole('region', { name: '更正经过' }).innerText()).toContain('社区名称写漏')
    expect((await standing('onePlusOne')).total).toBe(1)
    await page.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByLabel('撤回的原因').fill('活动改期')
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await page.getByText('这一条已经撤回，不再计数').waitFor()
    await settle()
    expect((await standing('onePlusOne')).total).toBe(0)
    expect(await faults({ axe: true })).toEqual([])
  })

  testInLongRun(
    'a workbook is previewed with its refused row, and the other rows are entered together',
    async () => {
      const { page, go, settle, faults } = unit
      await go(`/2018/ledger/${UNIT}/import`)
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: '台账模板' }).click()
      const template = readWorkbook(new Uint8Array(await buffer(await (await saved).createReadStream()))).get(
        '台账',
      )!
      const headings = template.get(1)!.map(cell => String(cell?.value))
      const filled = (kind: string, title: string, day: string) =>
        headings.map(
          heading => ({ 类别: kind, 标题: title, 发生日期: day })[heading.replace(/ ?\*$/, '')] ?? null,
        )
      const rows = [
        headings,
        filled('到社区服务', '清扫', '2018-12-05'),
        filled('到社区服务', '义诊', '2018-12-06'),
        filled('没有这一类', '会', '2018-12-07'),
      ]
      const file = await writeWorkbook({
        title: '台账',
        madeOn: '2018-12-24',
        sheets: [{ name: '台账', columns: headings.map(() => ({})), rows }],
      })
      await page.locator('input[type=file]').setInputFiles({
        name: '十二月台账.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(file),
      })
      await page.getByText(/共3行，可登记2行，退回1行/).waitFor()
      await page
        .getByRole('list', { name: '退回的行' })
        .getByText(/没有“没有这一类”|“类别”写的是“没有这一类”/)
        .waitFor()
      await settle()
      expect(await faults({ axe: true })).toEqual([])
      await page.getByRole('button', { name: '登记通过的2行' }).click()
      await page.getByText('已登记2条').waitFor()
      await settle()
      expect((await standing('communityService')).total).toBe(2)
    },
  )

  testInLongRun('a problem found is listed, worked on and completed with its proof', async () => {
    const { page, go, settle, faults } = unit
    await go('/2018/remedies')
    await page.getByRole('link', { name: '列入一项' }).first().click()
    await page.getByLabel('问题').fill('党费收缴登记不全')
    await page.getByRole('button', { name: '列入' }).click()
    await page.getByText('已列入', { exact: true }).waitFor()
    await page.getByRole('link', { name: '党费收缴登记不全' }).click()
    await page.getByLabel('结果').fill('已补登齐全')
    await page.getByRole('radio', { name: '已整改' }).check()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await go('/2018/remedies')
    expect(await page.getByText('共1项，未完成0项').count()).toBe(1)
    expect(await faults({ axe: true })).toEqual([])
  })
})

async function closePeriod(period: string, state: 'open' | 'closed' | 'byDate'): Promise<void> {
  const { revision } = await read<{ revision: number }>(committee, '/api/years/2018/ledger/periods')
  await post(committee, `/api/years/2018/ledger/periods/${period}`, { state, reason: '测试', revision })
}

describe('other readers', () => {
  testInLongRun('the lead unit sees its members, and reads a ledger that it cannot change', async () => {
    const { page, go, settle, faults, leave } = await signInAs('leadUnit', 'wide', server.address)
    await go('/2018/ledger')
    await page.getByRole('link', { name: '本系统各单位' }).click()
    await page.getByRole('link', { name: NAME }).waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('link', { name: NAME }).click()
    await page.getByRole('heading', { name: `${NAME}：台账` }).waitFor()
    await settle()
    expect(await page.getByRole('link', { name: /登记/ }).count()).toBe(0)
    expect(await faults({ axe: true })).toEqual([])
    await leave()
  })

  test('the committee finds a unit by its initials and closes a period with a reason', async () => {
    const { page, go, settle, faults } = committee
    await go('/2018/ledger')
    expect(await page.getByText('共 41 个单位').count()).toBe(1)
    await page.getByRole('textbox', { name: /查找/ }).fill('tzcs')
    await page.getByText('1 / 41 个单位').waitFor()
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('link', { name: '期间截止' }).click()
    // What is no number does not go without a word.
    await page.getByLabel('期间结束后').fill('十五')
    await page.keyboard.press('Tab')
    await page.getByText('“十五”不是数字，没有填入；请填数字').waitFor()
    const january = page.getByRole('row').filter({ hasText: '2018年1月31日' })
    await january.getByRole('button', { name: '截止' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('一月台账已核对')
    await page.getByRole('dialog').getByRole('button', { name: '截止' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await settle()
    expect(await january.innerText()).toMatch(/已截止[\s\S]*一月台账已核对/)
    expect(await faults({ axe: true })).toEqual([])
  })
})
