import { describe, expect, test } from 'vitest'
import { holdComposite } from '../../src/domain/score/composite/composeScores.ts'
import type { Rulings } from '../../src/domain/scheme/rulings.ts'
import type {
  ComponentExplained,
  RoundingExplained,
  VetoExplained,
} from '../../src/domain/explain/compositeKinds.ts'
import { compareFractions, ratio } from '../../src/domain/kernel/fraction.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { listResults } from '../../src/domain/score/listResults.ts'
import { describeExplanation } from '../../src/domain/explain/describeExplanation.ts'
import {
  annexScheme,
  type AYear,
  aYear,
  decidedScores,
  nodesOf,
  otherScheme,
  run,
  withFacts,
} from './aYear.ts'

const composite = (year: AYear) => run(year).composites.points[0]
const sentences = (year: AYear, kind: string) => nodesOf(run(year), 'u', kind).map(describeExplanation)
const alone = (scores: readonly number[], answers: Parameters<typeof aYear>[2] = {}) =>
  decidedScores(aYear(annexScheme, ['u'], answers), { u: scores })
const rounding = (decimals: 0 | 1 | 2 | 3, half: 'up' | 'even', roundComponents = true) => ({
  rounding: { decimals, half, roundComponents },
})

describe('三（一）, R20 the composite', () => {
  test('20, 50, 10 and 20 of a hundred, rounded once', () => {
    expect(composite(alone([95, 88.35, 91.2, 84.05]))).toBe(19_000 + 44_175 + 9120 + 16_810 + 5)
    expect(composite(alone([95, 88.34, 91.2, 84.05]))).toBe(19_000 + 44_170 + 9120 + 16_810)
  })

  test('half even, and other numbers of decimals', () => {
    expect(composite(alone([0, 88.35, 0, 0], rounding(2, 'even')))).toBe(44_180)
    expect(composite(alone([0, 88.33, 0, 0], rounding(2, 'even')))).toBe(44_160)
    expect(composite(alone([0, 88.33, 0, 0], rounding(3, 'even')))).toBe(44_165)
    expect(composite(alone([0, 88.33, 0, 0], rounding(1, 'up')))).toBe(44_200)
    expect(composite(alone([0, 89, 0, 0], rounding(0, 'up')))).toBe(45_000)
  })

  test('from exact components if components are not rounded', () => {
    const sheets = [80, 80, 81].map(mark => ({
      component: 'debrief',
      session: 's',
      voterClass: 'delegate',
      marks: [{ unit: 'u', points: points(mark) }],
    }))
    const base = (roundComponents: boolean) => {
      const year = alone([100, 100, 100], rounding(2, 'up', roundComponents))
      return composite(withFacts(year, { sheets }))
    }
    expect(base(true)).toBe(80_000 + 16_070)
    expect(base(false)).toBe(80_000 + 16_070)
    const finer = withFacts(alone([100, 100, 100], { ...rounding(1, 'up', false) }), { sheets })
    expect(composite(finer)).toBe(80_000 + 16_100)
    const node = nodesOf(
      run(withFacts(alone([100, 100, 100], rounding(2, 'up', false)), { sheets })),
      'u',
      'component',
    )[3] as ComponentExplained
    expect(compareFractions(node.contribution!, ratio(241_000 * 20, 300))).toBe(0)
    const rounded = nodesOf(
      run(withFacts(alone([100, 100, 100]), { sheets })),
      'u',
      'component',
    )[3] as ComponentExplained
    expect(compareFractions(rounded.contribution!, ratio(80_330 * 20, 100))).toBe(0)
  })

  test('the rounding is shown as a line, with its ruling where it changed the figure', () => {
    const nodes = nodesOf(
      run(alone([95, 88.35, 91.2, 84.05])),
      'u',
      'rounding',
    ) as readonly RoundingExplained[]
    expect(nodes.map(node => node.points)).toEqual([95_000, 88_350, 91_200, 84_050, 89_110])
    expect(nodes.map(node => node.rulings.length)).toEqual([0, 0, 0, 0, 1])
    expect(describeExplanation(nodes[4]!)).toBe('精确值89.105，四舍五入保留2位小数，为89.11分')
    expect(describeExplanation(nodes[0]!)).toBe('95.00分，无须修约')
    expect(sentences(alone([0, 88.33, 0, 0], rounding(2, 'even')), 'rounding').at(-1)).toBe(
      '精确值44.165，四舍六入五成双保留2位小数，为44.16分',
    )
  })

  test('another base: shares of a thousand', () => {
    const year = decidedScores(
      aYear(otherScheme, [{ id: 'u', tier: otherScheme.tiers[0]!.id, cohort: otherScheme.cohorts[0]!.id }]),
      {
        u: [150, 80, 300],
      },
    )
    expect(composite(year)).toBe(points(0.2 * 750 + 0.2 * 800 + 0.6 * 500))
    expect(
      (nodesOf(run(year), 'u', 'component') as readonly ComponentExplained[]).map(
        node => Number(node.contribution!.num) / Number(node.contribution!.den),
      ),
    ).toEqual([150_000, 160_000, 300_000])
  })

  test('never below zero, and not above the base unless R3 removes the cap', () => {
    const held = (values: readonly number[], answers: Readonly<Record<string, string>>) => {
      const find = (topic: string) => answers[topic] && { answer: answers[topic] }
      return values.map(value => holdComposite(value, annexScheme, { find } as unknown as Rulings))
    }
    expect(held([-1, 0, 100_000, 100_001], { bonusCap: 'mayExceedRow' })).toEqual([0, 0, 100_000, 100_000])
    expect(held([-1, 100_001], { bonusCap: 'uncapped' })).toEqual([0, 100_001])
    expect(held([-1, 100_001], {})).toEqual([0, 100_000])
    expect(held([-1, 100_001], { compositeFloor: 'negative' })).toEqual([-1, 100_000])
    expect(held([-1], { compositeFloor: 'zero' })).toEqual([0])
  })
})

describe('R19 a missing component', () => {
  const two = {
    decisions: [0, 1].map(at => ({
      kind: 'componentScore' as const,
      unit: 'u',
      component: annexScheme.components[at]!.id,
      points: points(80 + at * 10),
      by: '工委',
      reason: '例',
    })),
  }
  const year = (missingComponent: 'block' | 'renormalise' | 'zero') =>
    withFacts(aYear(annexScheme, ['u'], { missingComponent }), two)

  test('blocks: no composite, no place, no conversion, and what to do', () => {
    const [result] = listResults(run(year('block')))
    expect([result!.composite, result!.standing, result!.grade, result!.conversions]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
    ])
    expect(result!.issues.map(issue => issue.component)).toEqual(['survey', 'debrief'])
    expect(sentences(year('block'), 'composite')).toEqual(['有分项缺分，综合得分暂缺，不能封存'])
    expect(sentences(year('block'), 'component').slice(2)).toEqual([
      '民意调查（权重10.00%）：缺分',
      '述职测评（权重20.00%）：缺分',
    ])
  })

  test('or the others share its weight', () => {
    expect(composite(year('renormalise'))).toBe(87_140)
    expect(sentences(year('renormalise'), 'renormalised')).toEqual([
      '缺分项不计，其余分项合计权重70.00%，按比例折成100%',
    ])
    expect(nodesOf(run(year('renormalise')), 'u', 'composite')[0]!.rulings.map(note => note.id)).toEqual([
      'R19',
    ])
  })

  test('or it counts as zero', () => {
    expect(composite(year('zero'))).toBe(16_000 + 45_000)
    expect(nodesOf(run(year('zero')), 'u', 'renormalised')).toEqual([])
  })

  test('if all components are missing, there is no composite whatever the answer', () => {
    for (const answer of ['block', 'renormalise', 'zero'] as const)
      expect(composite(aYear(annexScheme, ['u'], { missingComponent: answer }))).toBeNaN()
  })

  test('if nothing is missing, no ruling is cited', () => {
    expect(
      nodesOf(run(alone([1, 2, 3, 4], { missingComponent: 'renormalise' })), 'u', 'renormalised'),
    ).toEqual([])
    expect(nodesOf(run(alone([1, 2, 3, 4])), 'u', 'composite')[0]!.rulings).toEqual([])
  })

  test('a missing tie-breaker loses the tie', () => {
    const full = decidedScores(aYear(annexScheme, ['a', 'b'], { missingComponent: 'zero' }), {
      a: [50, 0, 50, 50],
      b: [50],
    })
    const decided = withFacts(full, {
      decisions: [
        {
          kind: 'componentScore',
          unit: 'b',
          component: 'debrief',
          points: points(75),
          by: '工委',
          reason: '例',
        },
      ],
    })
    const ranked = run(decided).ranking.standings
    expect(ranked.map(one => [one!.place, one!.brokenBy])).toEqual([
      [1, 'inspection'],
      [2, 'inspection'],
    ])
  })
})

describe('vetoes', () => {
  const kinds = {
    zero: { kind: 'zero' },
    deduct: { kind: 'deduct', points: points(30) },
    disqualify: { kind: 'disqualify' },
    cap: { kind: 'gradeCap', grade: 'ordinary' },
    grade: { kind: 'grade', grade: 'poor' },
  } as const
  const vetoes = Object.entries(kinds).map(([id, effect]) => ({ id, name: id, citation: '六', effect }))
  const scheme = { ...annexScheme, vetoes, lists: [] }
  const vetoed = (...ids: readonly string[]) =>
    withFacts(decidedScores(aYear(scheme, ['u']), { u: [90, 90, 90, 90] }), {
      vetoes: ids.map(veto => ({ unit: 'u', veto, reason: '查实' })),
    })
  const grade = (year: AYear) => run(year).grades.grades[0]

  test('a fixed deduction counts once, however often it is named', () => {
    expect(composite(vetoed('deduct'))).toBe(60_000)
    expect(composite(vetoed('deduct', 'deduct'))).toBe(60_000)
  })

  test('of a veto recorded twice every record is told, whatever the order of entry', () => {
    const twice = (...reasons: readonly string[]) =>
      withFacts(vetoed(), { vetoes: reasons.map(reason => ({ unit: 'u', veto: 'deduct', reason })) })
    const told = ['否决事项“deduct”：综合得分扣30.00分（一季度；二季度；同一事项记录2次，只计一次）']
    expect(sentences(twice('一季度', '二季度'), 'veto')).toEqual(told)
    expect(sentences(twice('二季度', '一季度'), 'veto')).toEqual(told)
    expect(composite(twice('一季度', '二季度'))).toBe(60_000)
  })

  test('zero removes what a deduction left', () => {
    expect(composite(vetoed('zero', 'deduct'))).toBe(0)
    const nodes = nodesOf(run(vetoed('zero', 'deduct')), 'u', 'veto') as readonly VetoExplained[]
    expect(nodes.map(node => [node.name, node.points])).toEqual([
      ['deduct', -30_000],
      ['zero', -60_000],
    ])
    expect(nodes.map(describeExplanation)).toEqual([
      '否决事项“deduct”：综合得分扣30.00分（查实）',
      '否决事项“zero”：综合得分计0分（查实）',
    ])
  })

  test('excluded from the ranking', () => {
    expect(run(vetoed('disqualify')).ranking.standings).toEqual([undefined])
    expect(sentences(vetoed('disqualify'), 'veto')).toEqual(['否决事项“disqualify”：取消排名资格（查实）'])
  })

  test('a best possible grade, and a fixed grade', () => {
    expect(grade(vetoed())).toEqual({ grade: 'good', name: '好', band: 'good' })
    expect(grade(vetoed('cap'))).toEqual({ grade: 'ordinary', name: '一般', band: 'good', movedBy: 'veto' })
    expect(grade(vetoed('grade'))).toEqual({ grade: 'poor', name: '差', band: 'good', movedBy: 'veto' })
    expect(sentences(vetoed('grade'), 'veto')).toEqual(['否决事项“grade”：综合评价等次定为“差”（查实）'])
    expect(sentences(vetoed('cap'), 'grade')).toEqual(['按得分属“好”，因触发否决事项，定为“一般”'])
  })

  test('a cap never raises a grade', () => {
    const low = withFacts(decidedScores(aYear(scheme, ['u']), { u: [10, 10, 10, 10] }), {
      vetoes: [{ unit: 'u', veto: 'cap', reason: '查实' }],
    })
    expect(grade(low)).toEqual({ grade: 'poor', name: '差', band: 'poor' })
  })

  test('a deduction below zero stops at zero, and this is reported', () => {
    const low = withFacts(decidedScores(aYear(scheme, ['u']), { u: [10, 10, 10, 10] }), {
      vetoes: [{ unit: 'u', veto: 'deduct', reason: '查实' }],
    })
    expect(composite(low)).toBe(0)
    expect(sentences(low, 'held')).toEqual(['综合得分最低为0.00分'])
  })
})
