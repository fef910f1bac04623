import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'
import { stepsOfOneWay } from '../oneWay.ts'

let server: RunningServer
let committee: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
})

afterAll(async () => {
  await committee?.leave()
  await server?.stop()
})

interface Row {
  readonly id: string
  readonly unitName: string
  readonly plannedOn: string
  readonly team: number
  readonly inspectors: readonly { readonly name: string }[]
}

const roundOf = (visitor: Visitor): string => new URL(visitor.page.url()).pathname.split('/')[3]!

async function rows(round: string): Promise<readonly Row[]> {
  return (await (await committee.context.request.get(`/api/years/2018/rounds/${round}`)).json()).assignments
}

describe('三（二）2 a round is planned', () => {
  stepsOfOneWay()
  let round: string

  test('the round is named, and the proposed plan has every unit and no blocking fault', async () => {
    const { page, go, settle, faults } = committee
    await go('/2018/rounds')
    expect(await page.getByRole('heading', { name: '年底复查' }).count()).toBe(1)
    expect(await faults({ axe: true })).toEqual([])
    await page.getByRole('button', { name: '拟定轮次' }).click()
    await page.getByLabel('名称').fill('全员普查')
    await page
      .getByRole('button', { name: '拟 定' })
      .or(page.getByRole('button', { name: '拟定', exact: true }))
      .click()
    await page.getByRole('button', { name: '由程序拟定' }).waitFor()
    round = roundOf(committee)
    await page.getByRole('button', { name: '由程序拟定' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '拟 定' })
      .or(page.getByRole('dialog').getByRole('button', { name: '拟定', exact: true }))
      .click()
    await page.getByText(/已排上\d+个单位/).waitFor()
    await settle()
    expect((await rows(round)).length).toBe(24)
    expect(await page.getByRole('button', { name: '下达' }).isEnabled()).toBe(true)
    expect(await faults({ axe: true })).toEqual([])
  })

  test('a row without people blocks the issue; “去改” leads to it, and the people of the team are added with one click', async () => {
    const { page, settle } = committee
    const [first] = await rows(round)
    await page.getByRole('button', { name: `调整${first!.unitName}的安排` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('核查人员').focus()
    for (const _ of first!.inspectors) await page.keyboard.press('Backspace')
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await page.getByText(`“${first!.unitName}”没有派人`).waitFor()
    expect(await page.getByRole('button', { name: '下达' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '去改' }).first().click()
    await dialog.getByRole('button', { name: '用这组人员' }).click()
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await dialog.waitFor({ state: 'detached' })
    await settle()
    expect(await page.getByText('没有派人').count()).toBe(0)
  })

  test('if somebody else changed the row meanwhile, both versions are shown side by side and what was typed is kept', async () => {
    const { page, expect: mayCome } = committee
    const [first] = await rows(round)
    await page.getByRole('button', { name: `调整${first!.unitName}的安排` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('备注').fill('我的备注')
    const now = (await (await committee.context.request.get(`/api/years/2018/rounds/${round}`)).json())
      .assignments[0]
    await committee.context.request.put(`/api/years/2018/rounds/${round}/assignments/${now.id}`, {
      headers: { 'idempotency-key': crypto.randomUUID() },
      data: {
        revision: now.revision,
        plannedOn: now.plannedOn,
        team: now.team,
        inspectors: now.inspectors.map((one: { id: string }) => one.id),
        note: '别人的备注',
      },
    })
    mayCome(409)
    await dialog.getByRole('button', { name: /保\s?存/ }).click()
    await page.getByText('修改').first().waitFor()
    expect(await dialog.getByLabel('备注').inputValue()).toBe('我的备注')
    await dialog.getByRole('button', { name: /取\s?消/ }).click()
  })

  test('on the board a unit is moved to another day by keyboard', async () => {
    const { page, faults } = committee
    await page.reload()
    await committee.settle()
    await page.getByText('按日期和组别', { exact: true }).click()
    const card = page.locator('.unit-card-name').first()
    const name = (await card.innerText()).split('\n')[0]!
    const before = (await rows(round)).find(row => row.unitName === name)!
    await card.focus()
    // What is read aloud says when the board has taken in each key.
    const aloud = () => page.locator('[id^=DndLiveRegion]').textContent()
    await page.keyboard.press('Space')
    await expect.poll(aloud).toMatch(/在/)
    const there = await aloud()
    await page.keyboard.press('ArrowRight')
    await expect.poll(aloud).not.toBe(there)
    await page.keyboard.press('Space')
    await expect.poll(aloud).toMatch(/放/)
    await expect
      .poll(async () => (await rows(round)).find(row => row.unitName === name)!.plannedOn)
      .not.toBe(before.plannedOn)
    expect(await faults({ axe: true })).toEqual([])
  })

  test('it is issued; the inspector finds the units to visit, each with a link to the page for phones', async () => {
    const { page, settle } = committee
    await page.getByRole('button', { name: '下达' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /下\s?达/ })
      .click()
    await page.getByText('安排已下达').waitFor()
    await settle()
    const inspector = await signInAs('inspector', 'phone', server.address)
    await inspector.go('/2018/rounds')
    const links = inspector.page.getByRole('region', { name: '我的核查任务' }).getByRole('link')
    expect(await links.count()).toBeGreaterThan(0)
    expect(await links.first().getAttribute('href')).toMatch(/^\/inspect/)
    expect(await inspector.faults({ axe: true })).toEqual([])
    await inspector.leave()
  })
})

test('三（二）2 an ended round: results by lead unit, rows lost most, strictness as advice, and the schedule for printing', async () => {
  const { page, go, faults } = committee
  const { rounds } = await (await committee.context.request.get('/api/years/2018/rounds')).json()
  const ended = rounds.find(
    (one: { quarter: number; state: string }) => one.quarter === 4 && one.state === 'ended',
  )
  await go(`/2018/rounds/${ended.id}/overview`)
  expect(
    await page.getByRole('region', { name: '各系统的进度' }).getByRole('listitem').count(),
  ).toBeGreaterThan(5)
  expect(await page.getByRole('region', { name: '核查尺度' }).getByText('不进入任何得分').count()).toBe(1)
  expect(await faults({ axe: true })).toEqual([])
  await go(`/2018/rounds/${ended.id}/schedule`)
  expect(await page.getByRole('table').count()).toBeGreaterThan(5)
  expect(await faults({ axe: true })).toEqual([])
  await go('/2018/inspectors')
  expect(await page.getByText('周示明').count()).toBeGreaterThan(0)
  expect(await faults({ axe: true })).toEqual([])
})
