import { afterEach, expect, test } from 'vitest'
import { layDemoYear } from '../layDemoYear.ts'
import { describeWays } from '../databases.ts'
import { openOffice, type Office, type Visitor } from '../office.ts'

interface Overview {
  readonly state: string
  readonly total: Readonly<Record<string, number>>
  readonly groups: readonly { readonly unit: string; readonly units: number }[]
  readonly late: readonly { readonly plannedOn: string; readonly days: number }[]
  readonly rows: readonly { readonly units: number; readonly lost: number }[]
  readonly inspected: number
  readonly people: readonly {
    readonly units: number
    readonly mean: number
    readonly word: string
    readonly advice: string
  }[]
}

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('三（二）2 how a round goes', open => {
  test('counts add up, overdue visits are listed with their days, and strictness is shown only to those responsible for the whole', async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    const committee = await office.someone('kaohe', [{ role: 'committee' }])
    const { rounds } = (await committee.ask('GET /api/years/2018/rounds')).body as never as {
      rounds: { id: string; state: string; planned: number; quarter: number }[]
    }
    const see = async (who: Visitor, round: string) =>
      (await who.ask(`GET /api/years/2018/rounds/${round}/overview`)).body as never as Overview
    const running = rounds.find(one => one.state === 'running')!
    const now = await see(committee, running.id)
    expect(now.total['waiting']).toBe(running.planned)
    expect(now.late.every(one => one.plannedOn < '2018-12-24' && one.days > 0)).toBe(true)

    const ended = rounds.find(one => one.quarter === 3)!
    const whole = await see(committee, ended.id)
    const counted = Object.values(whole.total).reduce((sum, count) => sum + count, 0)
    expect([counted, whole.groups.reduce((sum, group) => sum + group.units, 0), whole.inspected]).toEqual([
      ended.planned,
      ended.planned,
      ended.planned,
    ])
    expect(whole.rows.length).toBeGreaterThan(0)
    expect(whole.rows.every(row => row.lost > 0 && row.units <= ended.planned)).toBe(true)
    expect(whole.people.length).toBeGreaterThan(4)
    expect(whole.people.every(one => one.advice !== '')).toBe(true)

    const group = whole.groups.find(one => one.units > 1)!
    const lead = await office.someone('qiantou', [{ role: 'leadUnit', unit: group.unit }])
    const own = await see(lead, ended.id)
    expect(own.groups).toEqual([expect.objectContaining({ unit: group.unit, units: group.units })])
    expect(own.people).toEqual([])
    const inspector = await office.someone('hecha', [{ role: 'inspector' }])
    expect((await see(inspector, ended.id)).people).toEqual([])
  })
})
