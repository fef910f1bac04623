import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparable, visible } from '../../src/domain/kernel/comparable.ts'
import { factsSheets } from '../../src/files/facts/factsSheets.ts'
import { emptyFacts } from '../../src/domain/year/facts/emptyFacts.ts'
import { brokenText } from '../../src/files/lists/readCell.ts'
import { factsSchema } from '../../src/contract/year/factsSchema.ts'
import { historySchema } from '../../src/contract/year/historySchema.ts'
import { toFileShape } from '../../src/contract/shape/toFileShape.ts'
import { demoHistory } from '../../src/demo/demoHistory.ts'
import { demoYear } from '../../src/demo/demoYear.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import { readHistory } from '../../src/files/facts/readHistory.ts'
import { writeFactsTemplate } from '../../src/files/facts/writeFactsTemplate.ts'
import type { CycleFacts, Decision, Finding } from '../../src/domain/year/facts/facts.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import { points } from '../../src/domain/kernel/points.ts'
import type { Roster } from '../../src/domain/year/roster/roster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { anyYear, type Year } from '../properties/years.ts'
import { jiangnan, xiangxi } from './aYear.ts'
import { expectWhole, refusals } from './aWorkbook.ts'
import { sized } from '../longRun.ts'

const RUNS = sized(300, 10)

function json(roster: Roster, facts: CycleFacts): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify(toFileShape(factsSchema, { format: 'hengping-facts/1', roster, ...facts })),
  )
}

function historyJson(history: History): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify(toFileShape(historySchema, { format: 'hengping-history/1', ...history })),
  )
}

/** A text as people type it: what a cell cannot hold at its ends is left out. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom('#REF!', '_x000D_', '=1+1', '001', '2018-09', "'3", 'TRUE', '1e5', '甲、乙', 'a\nb'),
  )
  // Invisible signs are dropped, and what no database keeps is refused.
  .filter(value => visible(value) === value && brokenText(value) === undefined)

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** The year with texts wherever a text may stand, and decisions. */
function withTexts(made: Year): fc.Arbitrary<Year> {
  // A scheme without inspections has no sheets for visits and tests.
  const sheets = new Set<string>(factsSheets(made.scheme).map(sheet => sheet.list))
  const kept = Object.entries(made.facts).filter(([list]) => list === 'cycle' || sheets.has(list))
  const facts = { ...emptyFacts(made.scheme.cycle), ...Object.fromEntries(kept) }
  const year: Year = { ...made, facts }
  const findings = fc.array(
    fc.record({
      note: optional(text),
      evidence: optional(text),
      author: optional(text),
      occasion: optional(text),
      project: optional(text),
    }),
    { minLength: year.facts.findings.length, maxLength: year.facts.findings.length },
  )
  const unit = year.roster.units[0]!.id
  const component = year.scheme.components[0]?.id
  const decisions = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('fromBottom'),
        unit: fc.constant(unit),
        place: fc.constantFrom(1, 2),
        by: text,
        reason: text,
      }),
      ...(component === undefined
        ? []
        : [
            fc.record({
              kind: fc.constant('componentScore'),
              unit: fc.constant(unit),
              component: fc.constant(component),
              points: fc.nat(50_000),
              by: text,
              reason: text,
            }),
          ]),
    ),
    { maxLength: 3 },
  ) as fc.Arbitrary<unknown> as fc.Arbitrary<Decision[]>
  const names = fc.uniqueArray(text, {
    selector: comparable,
    minLength: year.roster.units.length,
    maxLength: year.roster.units.length,
  })
  return fc
    .record({ findings, decisions, names, post: text })
    .map(({ findings: texts, decisions: made, names: given, post }) => ({
      ...year,
      roster: {
        units: year.roster.units.map((each, at) => ({ ...each, name: given[at]! })),
        holders: year.roster.holders.map((each, at) => (at === 0 ? { ...each, post } : each)),
      },
      facts: {
        ...year.facts,
        findings: year.facts.findings.map((finding, at) => ({ ...finding, ...defined(texts[at]!) })),
        decisions: made,
      },
    }))
}

function defined(fields: object): Partial<Finding> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

test('facts accepted from JSON come back unchanged from a prefilled workbook', async () => {
  await fc.assert(
    fc.asyncProperty(anyYear.chain(withTexts), async ({ scheme, roster, facts }) => {
      const first = await readFacts(json(roster, facts), scheme)
      expectWhole(first)
      const second = await readFacts(await writeFactsTemplate(scheme, first), scheme)
      expect(refusals(second)).toEqual([])
      expect(second.roster).toEqual(first.roster)
      expect(second.facts).toEqual(first.facts)
    }),
    { numRuns: RUNS },
  )
})

const demos: readonly (readonly [string, Scheme])[] = [
  ['xiangxi-2018', xiangxi],
  ['jiangnan-2024', jiangnan],
]

test.each(demos)(
  'the demo year of %s is accepted in full, with the same facts from JSON and from the workbook',
  async (_id, scheme) => {
    const { roster, facts } = demoYear({ seed: 7, units: 60, scheme })
    const history = demoHistory({ seed: 7, units: 60, scheme })
    const fromJson = await readFacts(json(roster, facts), scheme)
    expect(refusals(fromJson)).toEqual([])
    expect(fromJson.facts).toEqual(facts)
    const bytes = await writeFactsTemplate(scheme, { roster, facts, history })
    const fromWorkbook = await readFacts(bytes, scheme)
    expect(refusals(fromWorkbook)).toEqual([])
    expect(fromWorkbook.notices.filter(({ notice }) => notice.code !== 'postNobody')).toEqual([])
    expect(fromWorkbook.roster).toEqual(roster)
    expect(fromWorkbook.facts).toEqual(facts)
    const past = await readHistory(bytes, scheme, roster)
    expect(past.refused).toEqual([])
    expect(past.history).toEqual(history)
    expect((await readHistory(historyJson(history), scheme, roster)).history).toEqual(history)
  },
)

test('ambiguous names are written as ids', async () => {
  const units = ['a', 'b'].map(id => ({ ...xiangxiUnit, id, name: id === 'a' ? 'B' : '甲' }))
  const roster = { units, holders: [] }
  const facts = { ...demoYear({ seed: 1, units: 2, scheme: xiangxi }).facts }
  const bare = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  ) as unknown as CycleFacts
  const wanted = { ...bare, visits: units.map(unit => ({ unit: unit.id, quarter: 1 as const })) }
  const reading = await readFacts(await writeFactsTemplate(xiangxi, { roster, facts: wanted }), xiangxi)
  expect(refusals(reading)).toEqual([])
  expect(reading.facts).toEqual(wanted)
})

const xiangxiUnit = {
  kind: '机关',
  level: '正处级',
  tier: 'lead',
  affiliated: false,
  headedByLeader: true,
  opensOn: '2018-02-01',
  closesOn: '2018-11-30',
  succeeds: ['x', 'y'],
}

test('scores keep their thousandths', async () => {
  const scheme = jiangnan
  const { roster, facts } = demoYear({ seed: 1, units: 3, scheme })
  const value = points(12.345)
  const measures = roster.units.map(unit => ({ unit: unit.id, measure: 'output', value }))
  const reading = await readFacts(
    await writeFactsTemplate(scheme, { roster, facts: { ...facts, measures } }),
    scheme,
  )
  expect(reading.facts.measures).toEqual(measures)
})
