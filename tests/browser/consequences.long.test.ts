import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../results/readWorkbook.ts'
import { upholdObjections } from '../server/upholdObjections.ts'
import { ask, ownServer, post, signInAs, visit, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '60', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

interface Row {
  readonly unit: string
  readonly unitName: string
  readonly rule: string
  readonly name: string
  readonly overYears: boolean
  readonly years: readonly { readonly cycle: number; readonly fromBottom: number }[]
}

async function rows(): Promise<readonly Row[]> {
  return (await (await committee.context.request.get('/api/years/2018/consequences')).json()).rows
}

const addressOf = ({ unit, rule }: Row): string => `/2018/consequences/${unit}/${rule}`

async function sealAndApprove(): Promise<void> {
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await (await committee.context.request.get('/api/years/2018')).json()
  await post(committee, '/api/years/2018/seals', { revision })
  const leadingGroup = await signInAs('leadingGroup', 'wide', server.address)
  await post(leadingGroup, '/api/years/2018/seals/1/approve', { opinion: '同意' })
  await leadingGroup.leave()
}

/** Somebody of this unit, in front of a phone. */
async function theUnit({ unit, unitName }: Row): Promise<Visitor> {
  const entry = {
    username: '联络员甲',
    name: `${unitName}联络员`,
    administers: false,
    grants: [{ role: 'unit', unit }],
  }
  const { password } = await post<{ password: string }>(committee, '/api/accounts', entry)
  const visitor = await visit('phone', server.address)
  await post(visitor, '/api/session/sign-in', { username: entry.username, password })
  await post(visitor, '/api/session/password', { current: password, next: 'Songbai-2018-er' })
  return visitor
}

describe('before the result is approved', () => {
  test('五（三）（四） the list is a preview: consequences of this year and over several years, by rule; no notice can be served', async () => {
    const { page, go, faults } = committee
    await go('/2018/consequences')
    const all = await rows()
    expect(await page.getByText(`共 ${all.length} 项`).count()).toBe(1)
    expect(await page.getByRole('group', { name: '跨年度的' }).getByRole('button').count()).toBe(2)
    expect(await page.getByText('结果审定并公布后才能登记送达').count()).toBe(1)
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: /后3名绩效扣3分/ }).click()
    expect(await page.getByText('共 3 项').count()).toBe(1)
    await page.getByRole('textbox', { name: /查找/ }).fill('没有这个单位')
    await page.getByText('没有符合条件的行').waitFor()
  })

  test('五（四） a consequence over several years shows each year that led to it', async () => {
    const { page, go, faults } = committee
    const one = (await rows()).find(row => row.years.length === 3)!
    await go(addressOf(one))
    const years = page.getByRole('region', { name: '依据的年度' }).getByRole('row')
    expect(await years.count()).toBe(4)
    for (const [at, { cycle, fromBottom }] of one.years.entries()) {
      expect(await years.nth(at + 1).innerText()).toMatch(new RegExp(`${cycle}年[\\s\\S]*第${fromBottom}$`))
    }
    expect(await page.getByRole('button', { name: '登记送达' }).count()).toBe(0)
    expect(await faults({ axe: true })).toEqual([])
  })
})

describe('on the released result', () => {
  let served: Row

  test('a notice is served with recipient, day and words; then the next one', async () => {
    await sealAndApprove()
    await post(committee, '/api/years/2018/release', { seal: 1 })
    const { page, load, settle, faults } = committee
    served = (await rows())[0]!
    await load(addressOf(served))
    expect(await faults({ axe: true })).toEqual([])
    expect(await page.getByLabel('送达日期').inputValue()).toBe('2018年12月24日')
    await page.getByLabel('送达对象').fill('')
    await page.getByRole('button', { name: '登记送达' }).click()
    await page.getByText('请填写送达给谁。').waitFor()
    await page.getByLabel('送达对象').fill(`${served.unitName}办公室`)
    await page.getByLabel('通知内容').fill('请于十日内回复整改打算。')
    await page.getByRole('button', { name: '登记送达' }).click()
    await page.getByText('送达已登记').waitFor()
    await settle()
    expect(await page.locator('.facts').last().innerText()).toMatch(
      /2018年12月24日[\s\S]*办公室[\s\S]*请于十日内回复整改打算。/,
    )
    expect(await faults()).toEqual([])
    await page.getByRole('link', { name: '下一项待送达' }).click()
    await page.getByRole('button', { name: '登记送达' }).waitFor()
    expect(new URL(page.url()).pathname).not.toBe(addressOf(served))
  })

  test('if somebody else served the notice meanwhile, the page says so and keeps the words typed', async () => {
    const { page, go, expect: mayCome } = committee
    const one = (await rows())[1]!
    await go(addressOf(one))
    await page.getByLabel('通知内容').fill('写到一半的通知')
    await post(committee, `/api/years/2018/units/${one.unit}/consequences/${one.rule}/notice`, {
      to: '单位',
      servedOn: '2018-12-24',
      text: '',
    })
    mayCome(422)
    await page.getByRole('button', { name: '登记送达' }).click()
    // The page shows the colleague's record; why one's own was refused, and what was typed, stay.
    await page.locator('dt').filter({ hasText: '送达对象' }).waitFor()
    await page.getByRole('alert').filter({ hasText: '已' }).first().waitFor()
    expect(await page.getByLabel('通知内容').inputValue()).toBe('写到一半的通知')
  })

  test('the unit finds its notice waiting, and replies once, on a phone', async () => {
    const { page, go, settle, faults, leave } = await theUnit(served)
    await go('/2018/home')
    await page
      .getByRole('region', { name: '等我办理' })
      .locator('.home-act, li')
      .filter({ hasText: '回复结果运用通知1份' })
      .getByRole('link')
      .click()
    await page.getByRole('link', { name: served.unitName }).first().waitFor()
    await settle()
    expect(await faults({ axe: true })).toEqual([])
    await go(addressOf(served))
    await page.getByRole('button', { name: '保存回复' }).click()
    await page.getByText('请写明回复内容。').waitFor()
    await page.getByLabel('回复').fill('已收悉，\n本月内提出整改方案。')
    await page.getByRole('button', { name: '保存回复' }).click()
    await page.getByText('回复已保存').waitFor()
    await settle()
    expect(await page.getByRole('button', { name: '保存回复' }).count()).toBe(0)
    expect(await page.locator('.facts').last().innerText()).toContain('本月内提出整改方案。')
    expect(await faults({ axe: true })).toEqual([])
    await leave()
  })

  test('the list shows served and replied, filters what is pending, and is exported', async () => {
    const { page, load } = committee
    await load('/2018/consequences')
    const all = await rows()
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: served.name })
        .filter({ hasText: served.unitName })
        .innerText(),
    ).toMatch(/已回复[\s\S]*2018年12月24日/)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出清单' }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe('2018年度结果运用清单.xlsx')
    const sheet = readWorkbook(new Uint8Array(await buffer(await file.createReadStream()))).get(
      '结果运用清单',
    )!
    expect(sheet.size).toBe(all.length + 3)
    expect(
      [...sheet.values()].some(row => row.some(cell => cell?.value === '已收悉，\n本月内提出整改方案。')),
    ).toBe(true)
    await page.getByRole('button', { name: /通知/ }).last().click()
    await page.getByLabel('待送达').check()
    await page.getByText(`${all.length - 2} / ${all.length} 项`).waitFor()
  })
})
