import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { factsSchema } from '../year/factsSchema.ts'
import { pointsSchema } from './fieldSchemas.ts'
import { historySchema } from '../year/historySchema.ts'
import { readShape } from './readShape.ts'
import { schemeSchema } from '../scheme/schemeSchema.ts'
import { toFileShape } from './toFileShape.ts'
import { sized } from '../../../tests/longRun.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const decimal = fc.integer({ min: -5_000_000, max: 5_000_000 }).map(whole => whole / 1000)
const name = fc.string({ minLength: 1, maxLength: 6 })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const quarter = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
const count = fc.nat(9999)

const findings = fc.record(
  {
    unit: name,
    row: name,
    rule: name,
    count: fc.integer({ min: 1, max: 99 }),
    quarter,
    amount: decimal,
    foundOn: day,
    persons: count,
    note: fc.string(),
  },
  { requiredKeys: ['unit', 'row', 'rule', 'count'] },
)
const marks = fc.oneof(fc.record({ unit: name, points: decimal }), fc.record({ unit: name, grade: name }))
const decisions = fc.oneof(
  fc.record({
    kind: fc.constant('componentScore' as const),
    unit: name,
    component: name,
    points: decimal,
    by: name,
    reason: name,
  }),
  fc.record({
    kind: fc.constant('fromBottom' as const),
    unit: name,
    place: fc.integer({ min: 1, max: 99 }),
    by: name,
    reason: name,
  }),
)
const factsFiles = fc.record({
  format: fc.constant('hengping-facts/1' as const),
  cycle: fc.integer({ min: 1900, max: 9999 }),
  roster: fc.record({ units: fc.constant([]), holders: fc.constant([]) }),
  visits: fc.array(fc.record({ unit: name, quarter, heldOn: day })),
  findings: fc.array(findings),
  ledger: fc.array(
    fc.record({ unit: name, counter: name, period: fc.constantFrom('2018', '2018-Q2', '2018-09'), count }),
  ),
  gradings: fc.array(fc.record({ unit: name, component: name, grade: name })),
  surveys: fc.array(
    fc.record({
      unit: name,
      component: name,
      group: name,
      answers: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), count),
    }),
  ),
  ballotCounts: fc.array(
    fc.record({
      component: name,
      session: name,
      unit: name,
      voterClasses: fc.array(name),
      marks: fc.array(fc.oneof(decimal, name)),
      voided: count,
      abstained: count,
    }),
  ),
  sheets: fc.array(fc.record({ component: name, session: name, voterClass: name, marks: fc.array(marks) })),
  measures: fc.array(fc.record({ unit: name, measure: name, value: decimal })),
  knowledgeTests: fc.array(fc.record({ unit: name, sat: fc.constant(10), failed: fc.nat(10) })),
  vetoes: fc.array(fc.record({ unit: name, veto: name, reason: name })),
  decisions: fc.array(decisions),
  annualGrades: fc.array(fc.record({ unit: name, annualGrade: name })),
})
const historyFiles = fc.record({
  format: fc.constant('hengping-history/1' as const),
  years: fc.array(
    fc.record({
      cycle: fc.integer({ min: 1900, max: 9999 }),
      entries: fc.array(
        fc.record(
          {
            unit: name,
            person: name,
            composite: decimal,
            place: fc.integer({ min: 1, max: 999 }),
            fromBottom: fc.integer({ min: 1, max: 999 }),
            grade: name,
            rowsLost: fc.array(name),
          },
          { requiredKeys: ['unit', 'person', 'composite', 'place', 'fromBottom', 'grade'] },
        ),
      ),
    }),
  ),
})

/** Read, written back and read again: the file comes back as it was, and so does what was read. */
function goesRound<S extends z.ZodType>(schema: S, file: unknown): void {
  const { value, faults } = readShape(schema, file)
  expect(faults).toEqual([])
  const back = toFileShape(schema, value as never)
  expect(back).toEqual(file)
  expect(readShape(schema, back).value).toEqual(value)
}

test('points round-trip: any number of thousandths, and any decimal of three places', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), whole => {
      const file = whole / 1000
      expect(readShape(pointsSchema, file).value).toBe(whole)
      expect(toFileShape(pointsSchema, whole as never)).toBe(file)
    }),
    { numRuns: sized(5000, 150) },
  )
})

test('facts round-trip', () => {
  fc.assert(
    fc.property(factsFiles, file => goesRound(factsSchema, file)),
    { numRuns: sized(300, 60) },
  )
})

test('history round-trips', () => {
  fc.assert(
    fc.property(historyFiles, file => goesRound(historySchema, file)),
    { numRuns: sized(300, 60) },
  )
})

test('a scheme round-trips, whatever its amounts', () => {
  const sound = parse(
    readFileSync(join(root, 'src', 'files', 'schemeFaults', 'soundScheme.yaml'), 'utf8'),
  ) as Record<string, unknown>
  fc.assert(
    fc.property(fc.array(decimal, { minLength: 40, maxLength: 40 }), amounts => {
      let at = 0
      const varied: unknown = JSON.parse(JSON.stringify(sound), (key, value: unknown) =>
        ['points', 'base', 'weight', 'from', 'to', 'size', 'step', 'cap'].includes(key) &&
        typeof value === 'number' &&
        value > 12
          ? amounts[at++ % amounts.length]
          : value,
      )
      goesRound(schemeSchema, varied)
    }),
    { numRuns: sized(200, 40) },
  )
})

test.each(['xiangxi-2018', 'jiangnan-2024'])('the scheme %s round-trips', id => {
  const part = (name: string): object =>
    parse(readFileSync(join(root, 'schemes', id, name), 'utf8')) as object
  goesRound(schemeSchema, { ...part('scheme.yaml'), ...part('rubric.yaml') })
})
