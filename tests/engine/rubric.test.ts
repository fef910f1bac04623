import { describe, expect, test } from 'vitest'
import {
  type SectionCapExplained,
  sectionCapSentence,
  type TotalCapExplained,
  totalCapSentence,
} from '../../src/domain/score/inspection/explainRubric.ts'
import { prepareRubric } from '../../src/domain/score/inspection/preparedRubric.ts'
import { rowSentence } from '../../src/domain/score/inspection/rowExplained.ts'
import type { RuleExplained } from '../../src/domain/score/inspection/ruleExplained.ts'
import type { Finding } from '../../src/domain/year/facts/facts.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { each, found, ids, note, row, rubric, rulings, score, YEAR } from './aRubric.ts'

describe('the cap of a section returns what its rows lost beyond it', () => {
  const rows = [
    row('一.1', 4, [each('a', 0.501)]),
    row('一.2', 4, [each('b', 1), { id: 'gift', form: 'bonus', points: 2 }, { id: 'gone', form: 'zeroRow' }]),
    row('二.1', 2, [each('c', 1)]),
  ]
  const of = rubric(rows, 3)

  test('to the thousandth', () => {
    const { node, numbers } = score(of, [found('一.1', 'a', 3), found('一.2', 'b', 2), found('二.1', 'c')])
    expect(numbers).toBe(10_000 - 1503 - 2000 - 1000 + 503)
    const cap = node.parts.at(-1) as SectionCapExplained
    expect([cap.kind, cap.points, sectionCapSentence(cap)]).toEqual([
      'sectionCap',
      503,
      '“一”最多扣3.00分，返还0.503分',
    ])
  })

  test('nothing at or below the cap', () => {
    expect(score(of, [found('一.2', 'b', 3)]).node.parts).toHaveLength(3)
    expect(score(of, [found('一.2', 'b', 2)]).numbers).toBe(8000)
  })

  test('a bonus within the section hides no loss', () => {
    expect(score(of, [found('一.2', 'b', 4), found('一.2', 'gift')]).numbers).toBe(
      10_000 - 4000 + 2000 + 1000,
    )
  })

  test('a row set to zero counts with all its points', () => {
    expect(score(of, [found('一.2', 'gone'), found('一.1', 'a')]).numbers).toBe(10_000 - 4000 - 501 + 1501)
  })
})

describe('R3 the total', () => {
  const of = rubric([
    row('一.1', 4, [{ id: 'gift', form: 'bonus', points: 5 }]),
    row('二.1', 2, [each('c', 1)]),
  ])

  test('may be reached but not exceeded', () => {
    const { node, numbers } = score(of, [found('一.1', 'gift'), found('二.1', 'c')], {
      bonusCap: 'mayExceedRow',
    })
    expect(numbers).toBe(6000)
    const cap = node.parts.at(-1) as TotalCapExplained
    expect([cap.kind, cap.points, ids(cap.rulings), totalCapSentence(cap)]).toEqual([
      'totalCap',
      -4000,
      ['bonusCap'],
      '总分以6.00分为限，超出的4.00分不计',
    ])
  })

  test('nothing is shown if it is not exceeded', () => {
    const { node, numbers } = score(of, [found('二.1', 'c')], { bonusCap: 'mayExceedRow' })
    expect([numbers, node.parts.length]).toEqual([5000, 2])
    expect(
      score(
        rubric([row('一.1', 4, [{ id: 'gift', form: 'bonus', points: 2 }]), row('二.1', 2, [each('c', 1)])]),
        [found('一.1', 'gift'), found('二.1', 'c', 2)],
        { bonusCap: 'mayExceedRow' },
      ).node.parts,
    ).toHaveLength(2)
  })
})

describe('rulings are shown where they apply', () => {
  const of = rubric([
    row('一.1', 4, [each('a', 1), { id: 'gift', form: 'bonus', points: 1 }]),
    row('一.2', 4, [each('b', 1)], { floor: points(0) }),
    row('二.1', 2, [
      each('c', 1, { unclear: true, ruling: 'R23' }),
      { id: 'd', form: 'discretionary' },
      each('e', 1, { ruling: 'R34' }),
    ]),
  ])

  test.each([
    ['at the floor R2 does not act', [found('一.1', 'a', 4)], 0, []],
    ['below it R2 acts', [found('一.1', 'a', 5)], 0, ['rowFloor']],
    ['a floor of the row’s own is no ruling', [found('一.2', 'b', 5)], 1, []],
    ['a bonus leans on R3', [found('一.1', 'gift')], 0, ['bonusCap']],
    ['both', [found('一.1', 'a', 9), found('一.1', 'gift')], 0, ['rowFloor', 'bonusCap', 'bonusOrder']],
  ] as const)('%s', (_name, findings, at, wanted) => {
    expect(ids(score(of, findings).rows[at]!.rulings)).toEqual(wanted)
  })

  test('a row set to zero does not depend on R2', () => {
    const zero = rubric([row('一.1', 4, [each('a', 1), { id: 'gone', form: 'zeroRow' }])])
    expect(score(zero, [found('一.1', 'a', 9), found('一.1', 'gone')]).rows[0]!.rulings).toEqual([])
  })

  test('on the rules themselves', () => {
    const parts = score(of, [
      found('二.1', 'c'),
      found('二.1', 'd', 1, { amount: points(0.5) }),
      found('二.1', 'e'),
    ]).rows[2]!.parts
    expect(parts.map(part => ids(part.rulings))).toEqual([['R23', 'unclearUnit'], ['discretionary'], ['R34']])
  })
})

describe('the content of the explanation of a row and a rule', () => {
  test('rules in the order of the row, findings in the order of their content', () => {
    const of = rubric([row('一.1', 9, [each('a', 1), each('b', 1)])])
    const findings = [
      found('一.1', 'b'),
      found('一.1', 'a', 1, { note: '乙' }),
      found('一.1', 'a', 1, { note: '丙' }),
    ]
    const parts = score(of, findings).rows[0]!.parts as readonly RuleExplained[]
    expect(parts.map(part => part.rule.id)).toEqual(['a', 'b'])
    expect(score(of, findings.toReversed()).rows[0]!.parts).toEqual(parts)
  })

  test('sentences', () => {
    const of = rubric([
      row('一.1', 4, [
        each('a', 1, { cap: 3 }),
        { id: 'gift', form: 'bonus', points: 2 },
        { id: 'gone', form: 'zeroRow' },
      ]),
    ])
    const say = (...findings: readonly Finding[]) => rowSentence(score(of, findings).rows[0]!)
    expect(say()).toBe('一.1：分值4.00分，未扣分，得4.00分')
    expect(say(found('一.1', 'a'))).toBe('一.1：分值4.00分，应扣1.00分，得3.00分')
    expect(say(found('一.1', 'a'), found('一.1', 'gift'))).toBe(
      '一.1：分值4.00分，应扣1.00分，加2.00分，得5.00分',
    )
    expect(say(found('一.1', 'gone'))).toBe('一.1：分值4.00分，本行不得分，得0.00分')
  })

  test('a cap that took effect shows the amount before it', () => {
    const of = rubric([row('一.1', 9, [each('a', 1, { cap: 3 })])])
    const part = score(of, [found('一.1', 'a', 4)]).rows[0]!.parts[0] as RuleExplained
    expect([part.points, part.beforeCap, part.count]).toEqual([-3000, 4000, 4])
    expect('beforeCap' in score(of, [found('一.1', 'a', 3)]).rows[0]!.parts[0]!).toBe(false)
  })

  test('a measure and its value', () => {
    const of = rubric([
      row('一.1', 9, [
        {
          id: 's',
          form: 'steps',
          measure: 'm',
          start: 90,
          direction: 'below',
          size: 1,
          points: 1,
          partial: 'dropped',
        },
      ]),
    ])
    const part = score(of, [], {}, YEAR, { measures: new Map([['m', 87_500]]) }).rows[0]!
      .parts[0] as RuleExplained
    expect([part.points, part.count, part.measured]).toEqual([-2000, 2, 87_500])
  })

  test('a band of a measure counts once', () => {
    const of = rubric([
      row('一.1', 9, [{ id: 't', form: 'tiers', measure: 'm', bands: [{ to: 90, points: 0.001 }] }]),
    ])
    const part = score(of, [], {}, YEAR, { measures: new Map([['m', 87_500]]) }).rows[0]!
      .parts[0] as RuleExplained
    expect([part.points, part.count]).toEqual([-1, 1])
    expect(score(of, [], {}, YEAR, { measures: new Map([['m', 90_000]]) }).rows[0]!.parts).toEqual([])
  })

  test('a deduction of zero is never minus zero', () => {
    const of = rubric([row('一.1', 9, [{ id: 'gone', form: 'zeroRow' }])])
    expect(Object.is(score(of, [found('一.1', 'gone')]).rows[0]!.parts[0]!.points, 0)).toBe(true)
  })
})

describe('ledger, tests and shared counters', () => {
  const of = rubric([
    row('一.1', 9, [
      each('late', 1, { counter: 'late' }),
      each('test', 0.5),
      { id: 'once', form: 'flat', points: 2, counter: 'once' },
    ]),
  ])
  const ledger = (counter: string, count: number, period = '2018-05') =>
    new Map([[counter, [{ unit: 'u', counter, period, count }]]])

  test('findings and ledger that differ are reported, equal ones are not', () => {
    expect(
      score(of, [found('一.1', 'late', 2)], {}, YEAR, { ledger: ledger('late', 3) }).disagreements,
    ).toMatchObject([{ counter: 'late', found: 2, kept: 3 }])
    expect(
      score(of, [found('一.1', 'late', 3)], {}, YEAR, { ledger: ledger('late', 3) }).disagreements,
    ).toEqual([])
    expect(score(of, [], {}, YEAR, { ledger: ledger('late', 3) }).disagreements).toEqual([])
  })

  test('the explanation counts what the ledger counted', () => {
    const part = score(of, [found('一.1', 'late', 1)], {}, YEAR, { ledger: ledger('late', 3) }).rows[0]!
      .parts[0] as RuleExplained
    expect([part.count, part.points, part.ledger.length]).toEqual([3, -3000, 1])
  })

  test('R17 a counter without effect affects nothing', () => {
    expect(score(of, [], {}, { ...YEAR, silent: ['late'] }, { ledger: ledger('late', 3) }).numbers).toBe(9000)
    expect(score(of, [], {}, { ...YEAR, silent: ['other'] }, { ledger: ledger('late', 3) }).numbers).toBe(
      6000,
    )
  })

  test('R17 a shared counter names the other place, only on its own rule', () => {
    const view = { ...YEAR, alsoIn: { counters: ['late'], place: '三（二）1', notes: [note('R17')] } }
    const parts = score(of, [found('一.1', 'test')], {}, view, { ledger: ledger('late', 1) }).rows[0]!
      .parts as readonly RuleExplained[]
    expect(parts.map(part => [part.rule.id, part.alsoIn, ids(part.rulings)])).toEqual([
      ['late', '三（二）1', ['R17']],
      ['test', undefined, []],
    ])
  })

  test('a flat rule deducts once, whatever the count in the ledger', () => {
    expect(score(of, [], {}, YEAR, { ledger: ledger('once', 3) }).numbers).toBe(7000)
  })

  test('R18 failed tests count each or once', () => {
    const prepared = prepareRubric(of, rulings())
    const tests = [
      { unit: 'u', quarter: 1 as const, sat: 5, failed: 2 },
      { unit: 'u', sat: 5, failed: 1 },
    ]
    const view = { ...YEAR, failedTests: prepared.rules[1]! }
    expect(score(of, [], {}, view, { tests }).numbers).toBe(9000 - 1500)
    expect((score(of, [], {}, view, { tests }).rows[0]!.parts[0] as RuleExplained).count).toBe(3)
    expect(score(of, [], {}, { ...YEAR, failedTests: prepared.rules[2]! }, { tests }).numbers).toBe(7000)
    expect(score(of, [], {}, view, { tests: [{ unit: 'u', sat: 5, failed: 0 }] }).rows[0]!.parts).toEqual([])
    expect(
      score(of, [], {}, { ...view, round: { quarter: 2, quarters: [2], last: true } }, { tests }).numbers,
    ).toBe(9000 - 500)
    expect(
      score(of, [], {}, { ...view, round: { quarter: 1, quarters: [1], last: false } }, { tests }).numbers,
    ).toBe(9000 - 1000)
  })

  test('the view of a lead unit includes only its own findings', () => {
    const view = { by: 'leadUnit', silent: [] } as const
    const findings = [
      found('一.1', 'late', 1, { by: 'leadUnit' }),
      found('一.1', 'late', 5),
      found('一.1', 'late', 5, { by: 'committee' }),
    ]
    expect(score(of, findings, {}, view, { ledger: ledger('late', 9) }).numbers).toBe(8000)
  })
})
