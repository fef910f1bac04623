import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let committee: Visitor
let unit: Visitor

beforeAll(async () => {
  server = await ownServer(['--units', '40', '--today', '2018-12-24'])
  committee = await signInAs('committee', 'wide', server.address)
  unit = await signInAs('leadUnit', 'phone', server.address)
}, 240_000)

afterAll(async () => {
  await unit?.leave()
  await committee?.leave()
  await server?.stop()
})

const read = async ({ context }: Visitor, path: string) => (await context.request.get(path)).json()

describe('四（二） from the unit’s objection to the result', () => {
  test('a unit objects on a phone in four acts, the committee sees what would move and drops it, the result moves and the unit sees why', async () => {
    const { page } = unit
    await unit.go('/2018/home')
    await page.getByRole('link', { name: /^答复第.季度核查情况/ }).click()
    await unit.settle()
    expect(await unit.faults()).toEqual([])
    const sheet = page.url().split('/').at(-1)!
    const before = await read(unit, `/api/years/2018/sheets/${sheet}`)
    const finding = before.rows[0]
    const article = page.getByRole('article').first()
    await article.getByText('有异议', { exact: true }).click()
    await page.getByRole('button', { name: '提交答复' }).click()
    expect(await article.getByText('请写明哪里与实际不符。').isVisible()).toBe(true)
    await article.getByLabel('异议的理由（必填）').fill('当月会议记录可以证明已经落实')
    expect(await unit.faults()).toEqual([])
    await page.getByRole('button', { name: '提交答复' }).click()
    await article.getByText('有异议，待裁定').waitFor()

    const desk = committee.page
    const result = async () => (await read(committee, `/api/years/2018/units/${before.unit}/result`)).row.composite as number
    const had = await result()
    await committee.go('/2018/objections')
    expect(await committee.faults()).toEqual([])
    await committee.go(`/2018/objections/${finding.id}`)
    await desk.getByText('撤销', { exact: true }).click()
    await desk.getByText('变动的单位').first().waitFor()
    expect(await result()).toBe(had)
    await desk.getByLabel('理由').fill('核对会议记录，情况不属实')
    expect(await committee.faults()).toEqual([])
    await desk.getByRole('button', { name: '保存裁定' }).click()
    await desk.getByText('裁定：撤销').waitFor()
    expect(await result()).toBeGreaterThan(had)

    await unit.go(`/2018/sheets/${sheet}`)
    await page.getByText('核对会议记录，情况不属实').first().waitFor()
    expect(await unit.faults()).toEqual([])
  }, 90_000)

  test('a finding in an explanation leads to its sheet', async () => {
    const { sheets } = await read(committee, '/api/years/2018/sheets')
    const one = sheets.find((each: { findings: number; by: string }) => each.findings > 0 && each.by === 'committee')
    const shown = await read(committee, `/api/years/2018/sheets/${one.sheet}`)
    const { node } = await read(committee, `/api/years/2018/units/${shown.unit}/explanation?row=${encodeURIComponent(shown.rows[0].row)}`)
    expect(JSON.stringify(node)).toContain(`"origin":"sheet:`)
    await committee.go(`/2018/sheets/${one.sheet}`)
    expect(await committee.faults()).toEqual([])
  }, 60_000)
})
