import { describe, expect, test } from 'vitest'
import { prepareRubric } from '../../src/domain/score/inspection/preparedRubric.ts'
import {
  disagreementsIn,
  explainInspection,
  inspectionSentence,
  type InspectionTerms,
  scoreInspection,
} from '../../src/domain/score/inspection/scoreInspection.ts'
import { createTally } from '../../src/domain/score/inspection/tally.ts'
import { isMissing } from '../../src/domain/score/missing.ts'
import type { UnitFacts } from '../../src/domain/year/facts/unitFacts.ts'
import { compareFractions, ratio } from '../../src/domain/kernel/fraction.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { each, facts, found, ids, note, row, rubric, rulings, YEAR } from './aRubric.ts'

describe('R1, R22 rounds and lead units', () => {
  const of = rubric([row('一.1', 100, [each('a', 1), each('late', 1, { counter: 'late' })])])
  const visits = (...quarters: readonly (1 | 2 | 3 | 4)[]) =>
    quarters.map(quarter => ({ unit: 'u', quarter }))

  function terms(combine: InspectionTerms['combine'], more: Partial<InspectionTerms> = {}): InspectionTerms {
    const prepared = prepareRubric(of, rulings())
    const notes = { combineNotes: [note('R1')], leadNotes: [note('R22')] }
    const core = {
      rubric: prepared,
      tally: createTally(prepared),
      rounds: 4,
      combine,
      lead: { use: 'informs' } as const,
      componentBase: points(100),
      citation: '三（二）2',
      year: YEAR,
    }
    return { ...core, ...notes, ...more }
  }

  function exactOf(all: Partial<UnitFacts>, of: InspectionTerms) {
    const [numbers, node] = [scoreInspection(facts(all), of), explainInspection(facts(all), of)]
    if (isMissing(numbers) || isMissing(node))
      return isMissing(numbers) && isMissing(node) ? numbers.missing : 'the two speeds differ'
    expect(compareFractions(numbers, node.exact)).toBe(0)
    return node
  }

  const expectScore = (node: ReturnType<typeof exactOf>, num: number, den = 1) => {
    if (typeof node === 'string') throw new Error(node)
    expect(compareFractions(node.exact, ratio(num, den))).toBe(0)
    return node
  }

  const spread = [
    found('一.1', 'a', 4, { quarter: 1 }),
    found('一.1', 'a', 1, { quarter: 2 }),
    found('一.1', 'a', 2),
  ]

  test('accumulate: all rounds', () => {
    const node = expectScore(
      exactOf({ visits: visits(1, 2, 3), findings: spread }, terms('accumulate')),
      93_000,
    )
    expect(inspectionSentence(node)).toBe('全年核查情况累计，得93.00分')
    expect(ids(node.rulings)).toEqual(['R1'])
  })

  test('the mean of the rounds held; what has no quarter, or a quarter without a visit, belongs to the last one', () => {
    const node = expectScore(
      exactOf(
        { visits: visits(1, 3, 2), findings: [...spread, found('一.1', 'a', 3, { quarter: 4 })] },
        terms('meanOfRounds'),
      ),
      96_000 + 99_000 + 95_000,
      3,
    )
    expect(inspectionSentence(node)).toContain('3次核查得分平均')
    expect(node.parts.map(part => part.points)).toEqual([96_000, 99_000, 95_000])
    expect(node.parts.map(part => (part as { round?: number }).round)).toEqual([1, 2, 3])
  })

  test('the latest round held', () => {
    const node = expectScore(
      exactOf({ visits: visits(1, 2), findings: spread }, terms('latestRound')),
      97_000,
    )
    expect(inspectionSentence(node)).toContain('取最后一次（第二季度）核查得分')
  })

  test('ledger counts belong to the round of their period', () => {
    const entries = [
      { unit: 'u', counter: 'late', period: '2018-02', count: 1 },
      { unit: 'u', counter: 'late', period: '2018-Q3', count: 2 },
      { unit: 'u', counter: 'late', period: '2018', count: 4 },
    ]
    const node = expectScore(
      exactOf({ visits: visits(1, 2), ledger: new Map([['late', entries]]) }, terms('meanOfRounds')),
      99_000 + 94_000,
      2,
    )
    expect(node.parts.map(part => part.points)).toEqual([99_000, 94_000])
  })

  test('one round a year is accumulated whatever the answer, and depends on no ruling', () => {
    const node = expectScore(
      exactOf({ visits: visits(1, 2), findings: spread }, terms('meanOfRounds', { rounds: 1 })),
      93_000,
    )
    expect(node.rulings).toEqual([])
    const two = expectScore(
      exactOf({ visits: visits(1, 2), findings: spread }, terms('meanOfRounds', { rounds: 2 })),
      96_000 + 97_000,
      2,
    )
    expect(ids(two.rulings)).toEqual(['R1'])
  })

  test('findings without a visit: the year is one round', () => {
    expectScore(exactOf({ findings: spread }, terms('meanOfRounds')), 93_000)
  })

  test('without a visit or finding of the committee there is no score, unless the rubric has no rounds', () => {
    expect(exactOf({}, terms('accumulate'))).toBe('notInspected')
    expect(exactOf({ visits: [{ unit: 'u', quarter: 1, by: 'leadUnit' }] }, terms('accumulate'))).toBe(
      'notInspected',
    )
    expect(exactOf({ findings: [found('一.1', 'a', 1, { by: 'leadUnit' })] }, terms('accumulate'))).toBe(
      'notInspected',
    )
    expect(exactOf({ findings: [found('elsewhere', 'a')] }, terms('accumulate'))).toBe('notInspected')
    expectScore(
      exactOf({ visits: [{ unit: 'u', quarter: 1, by: 'committee' }] }, terms('accumulate')),
      100_000,
    )
    expectScore(exactOf({}, terms('accumulate', { rounds: 0 })), 100_000)
  })

  test('scaled to the base of the component', () => {
    expectScore(
      exactOf({ visits: visits(1), findings: spread }, terms('accumulate', { componentBase: points(40) })),
      93_000 * 40,
      100,
    )
  })

  const lead = { lead: { use: 'weighted', percent: points(20) } } as const
  const leadFindings = [...spread, found('一.1', 'a', 50, { by: 'leadUnit' })]
  const leadVisit = { unit: 'u', quarter: 1, by: 'leadUnit' } as const

  test('R22 the inspections of a lead unit are for information', () => {
    const node = expectScore(
      exactOf({ visits: [...visits(1), leadVisit], findings: leadFindings }, terms('accumulate')),
      93_000,
    )
    expect([node.parts.length, node.leadPercent, ids(node.rulings)]).toEqual([1, undefined, ['R1', 'R22']])
  })

  test('R22 or they count with a weight, once the unit was visited', () => {
    const node = expectScore(
      exactOf({ visits: [...visits(1), leadVisit], findings: leadFindings }, terms('accumulate', lead)),
      93_000 * 0.8 + 50_000 * 0.2,
    )
    expect([node.parts.length, node.leadPercent]).toEqual([2, 20_000])
    expect(inspectionSentence(node)).toBe('全年核查情况累计，牵头单位自行核查占20.00%，得84.40分')
    expectScore(exactOf({ visits: visits(1), findings: leadFindings }, terms('accumulate', lead)), 93_000)
    expectScore(exactOf({ visits: [...visits(1), leadVisit] }, terms('accumulate', lead)), 100_000)
  })

  test('R22 the note appears where a lead unit recorded anything on this rubric', () => {
    const notesOf = (all: Partial<UnitFacts>) =>
      ids(expectScore(exactOf({ visits: visits(1), ...all }, terms('accumulate')), 100_000).rulings)
    expect(notesOf({})).toEqual(['R1'])
    expect(notesOf({ findings: [found('一.1', 'a', 1, { by: 'leadUnit' })] })).toEqual(['R1', 'R22'])
    expect(notesOf({ findings: [found('elsewhere', 'a', 1, { by: 'leadUnit' })] })).toEqual(['R1'])
    expect(notesOf({ visits: [...visits(1), leadVisit] })).toEqual(['R1', 'R22'])
  })

  test('disagreements between ledger and findings over the year', () => {
    const ledger = new Map([['late', [{ unit: 'u', counter: 'late', period: '2018', count: 2 }]]])
    const at = (all: Partial<UnitFacts>) =>
      disagreementsIn(facts(all), terms('meanOfRounds')).map(one => [one.found, one.kept])
    expect(
      at({ visits: visits(1, 2), ledger, findings: [found('一.1', 'late', 1, { quarter: 1 })] }),
    ).toEqual([[1, 2]])
    expect(at({ visits: visits(1), ledger })).toEqual([])
    expect(at({ ledger })).toEqual([])
  })
})
