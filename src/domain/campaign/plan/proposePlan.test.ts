import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listWorkDays } from '../../kernel/calendar.ts'
import { checkPlan } from './checkPlan.ts'
import { blocksIssue } from './planFaults.ts'
import { conflictOf, type PlanInspector, type PlanUnit } from './planTerms.ts'
import { proposePlan, type PlanRequest } from './proposePlan.ts'
import { sized, SLOWER } from '../../../../tests/longRun.ts'

function someUnits(groups: number, members: number): PlanUnit[] {
  return Array.from({ length: groups * members }, (_, at) => ({
    id: `u${at}`,
    group: `u${Math.floor(at / members) * members}`,
  }))
}

function someInspectors(count: number, units: readonly PlanUnit[]): PlanInspector[] {
  return Array.from({ length: count }, (_, at) => {
    const home = units[(at * 7) % units.length]!
    return at % 4 === 3
      ? { id: `p${at}`, active: true, homes: [], groups: [] }
      : { id: `p${at}`, active: true, homes: [home.id], groups: [home.group] }
  })
}

function visitsOf(plan: ReturnType<typeof proposePlan>) {
  return plan.visits.map(visit => ({ id: visit.unit, ...visit }))
}

const requests = fc
  .record({
    groups: fc.integer({ min: 4, max: 14 }),
    members: fc.integer({ min: 1, max: 8 }),
    inspectors: fc.integer({ min: 6, max: 24 }),
    teamSize: fc.constantFrom(2 as const, 3 as const),
    perDay: fc.integer({ min: 1, max: 4 }),
    overlap: fc.integer({ min: 1, max: 3 }),
    seed: fc.string({ maxLength: 8 }),
  })
  .map(({ groups, members, inspectors, ...rest }): PlanRequest => {
    const units = someUnits(groups, members)
    const days = listWorkDays('2018-10-08', '2018-12-20')
    return { ...rest, units, inspectors: someInspectors(inspectors, units), days, before: new Map() }
  })

test('三（二）2 for any office: no conflict of interest, each unit once, nobody in two places, nobody over the daily limit, even work, and the same plan from the same seed', () => {
  fc.assert(
    fc.property(requests, request => {
      const plan = proposePlan(request)
      const units = new Map(request.units.map(unit => [unit.id, unit]))
      const people = new Map(request.inspectors.map(one => [one.id, one]))
      for (const { unit, inspectors } of plan.visits) {
        for (const id of inspectors) expect(conflictOf(people.get(id)!, units.get(unit)!)).toBeUndefined()
        expect(inspectors.length).toBeGreaterThanOrEqual(2)
        expect(inspectors.length).toBeLessThanOrEqual(3)
      }
      expect([...plan.visits.map(visit => visit.unit), ...plan.unplaced].toSorted()).toEqual(
        request.units.map(unit => unit.id).toSorted(),
      )
      const faults = checkPlan({ ...request, visits: visitsOf(plan), from: '2018-10-08', to: '2018-12-20' })
      expect(faults.filter(blocksIssue)).toEqual([])
      expect(faults.filter(fault => fault.kind === 'overloaded')).toEqual([])
      expect(proposePlan(request)).toEqual(plan)
    }),
    { numRuns: sized(200, 40) },
  )
})

test('三（二）2 four rounds of a typical office: all units placed, nobody twice in succession at one unit, loads within two units of each other, everybody linked, each with enough others', () => {
  for (const [groups, members, inspectors] of [
    [8, 5, 8],
    [12, 10, 20],
    [30, 10, 50],
  ] as const) {
    const units = someUnits(groups, members)
    const people = someInspectors(inspectors, units)
    let before = new Map<string, readonly string[]>()
    for (const quarter of [1, 2, 3, 4]) {
      const days = listWorkDays('2018-10-08', '2018-12-20')
      const request = {
        units,
        inspectors: people,
        days,
        teamSize: 2,
        perDay: 2,
        overlap: 3,
        seed: `第${quarter}轮`,
        before,
      } as const
      const plan = proposePlan(request)
      expect(plan.unplaced).toEqual([])
      expect(checkPlan({ ...request, visits: visitsOf(plan), from: '2018-10-08', to: '2018-12-20' })).toEqual(
        [],
      )
      const loads = people.map(one => plan.visits.filter(visit => visit.inspectors.includes(one.id)).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2)
      before = new Map(plan.visits.map(visit => [visit.unit, visit.inspectors]))
    }
  }
})

test('two thousand units are planned for sixty inspectors within seconds', () => {
  const units = someUnits(200, 10)
  const started = performance.now()
  const plan = proposePlan({
    units,
    inspectors: someInspectors(60, units),
    days: listWorkDays('2018-10-08', '2018-12-20'),
    teamSize: 2,
    perDay: 2,
    overlap: 4,
    seed: '第四季度',
    before: new Map(units.map((unit, at) => [unit.id, [`p${at % 60}`, `p${(at + 1) % 60}`]])),
  })
  expect(plan.unplaced).toEqual([])
  expect(performance.now() - started).toBeLessThan(3000 * SLOWER)
})

test('without inspectors, days or units nothing is placed, and the plan says so', () => {
  const units = someUnits(2, 2)
  const request = {
    units,
    inspectors: [],
    days: ['2018-10-08'],
    teamSize: 2,
    perDay: 2,
    overlap: 1,
    seed: '',
    before: new Map(),
  } as const
  expect(proposePlan(request)).toEqual({ visits: [], unplaced: ['u0', 'u1', 'u2', 'u3'] })
  expect(proposePlan({ ...request, inspectors: someInspectors(4, units), days: [] }).unplaced).toHaveLength(4)
  expect(proposePlan({ ...request, units: [] })).toEqual({ visits: [], unplaced: [] })
})

test('with too few days as many units as possible are placed; the others are listed', () => {
  const units = someUnits(10, 4)
  const plan = proposePlan({
    units,
    inspectors: someInspectors(8, units),
    days: ['2018-10-08', '2018-10-09'],
    teamSize: 2,
    perDay: 2,
    overlap: 1,
    seed: 'x',
    before: new Map(),
  })
  expect(plan.visits).toHaveLength(16)
  expect(plan.unplaced).toHaveLength(24)
})
