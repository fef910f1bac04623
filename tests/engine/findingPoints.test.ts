import { expect, test } from 'vitest'
import type { Rule } from '../../src/domain/scheme/forms/ruleForms.ts'
import { points } from '../../src/domain/kernel/points.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { Finding } from '../../src/domain/year/facts/facts.ts'
import type { FactBook } from '../../src/domain/year/facts/factBook.ts'
import { checkFindingRule } from '../../src/domain/year/facts/checkFindingRule.ts'
import { describeFinding } from '../../src/server/rooms/sheets/presentFinding.ts'
import { checkIdleRules } from '../../src/domain/scheme/checks/checkIdleRules.ts'
import { ruleForms } from '../../src/domain/scheme/forms/ruleForms.ts'
import { indexRulings } from '../../src/domain/scheme/rulings.ts'
import { findingPoints } from '../../src/domain/score/inspection/findingPoints.ts'
import { annexScheme } from './aYear.ts'

const levels = [
  { id: 'province', name: '省级', points: points(5) },
  { id: 'city', name: '州级', points: points(3) },
]

test.each<[string, object, Partial<Finding>, string]>([
  ['a bonus adds its points', { form: 'bonus', points: points(5) }, {}, '示范点，1项，加5.00分'],
  ['a bonus counts once', { form: 'bonus', points: points(5) }, { count: 2 }, '示范点，2项，加5.00分'],
  [
    'a bonus for each counts each',
    { form: 'bonus', points: points(2), each: true },
    { count: 3 },
    '示范点，3项，加6.00分',
  ],
  ['a bonus by level', { form: 'bonus', levels }, { level: 'city' }, '示范点，1项，加3.00分'],
  [
    'the rule’s cap holds',
    { form: 'perOccurrence', points: points(1), cap: points(2) },
    { count: 3 },
    '示范点，3项，扣2.00分',
  ],
  [
    'an unclear unit counts once where R23 says so',
    { form: 'perOccurrence', points: points(1), unclear: true },
    { count: 3 },
    '示范点，3项，扣1.00分',
  ],
  ['a row is taken away', { form: 'zeroRow' }, {}, '示范点，1项，本行不得分'],
])('a finding says what it costs: %s', (_, rule, finding, said) => {
  const row = annexScheme.rubrics[0]!.rows[0]!
  const own = { ...row, rules: [{ id: 'r', text: '示范点', ...rule } as Rule] }
  const rulings = annexScheme.rulings.map(ruling =>
    ruling.topic === 'unclearUnit' ? { ...ruling, answer: 'once' as const } : ruling,
  )
  const scheme: Scheme = { ...annexScheme, rubrics: [{ ...annexScheme.rubrics[0]!, rows: [own] }], rulings }
  const found = { unit: 'u', row: row.id, rule: 'r', count: 1, ...finding } as Finding
  expect(describeFinding(found, scheme)).toBe(`${row.id} ${said}`)
})

test('加倍、减半 and 次数 act in every form that takes findings, and the check names the others', () => {
  const half = { id: 'half', name: '减半', times: points(0.5) }
  const core = { id: 'r', text: '文', points: points(2), levels, multipliers: [half], requires: [] }
  const told = Object.entries(ruleForms).map(([form, descriptor]) => {
    if ((descriptor as { measured?: unknown }).measured !== undefined) return [form, 'by a measure']
    const rule = {
      ...core,
      form,
      each: true,
      ...(form === 'bonus' && { levels: undefined }),
    } as never as Rule
    const cost = (finding: Partial<Finding>) =>
      findingPoints(
        rule,
        { unit: 'u', row: '一.1', rule: 'r', count: 1, level: 'city', amount: points(1), ...finding },
        indexRulings(annexScheme),
      )
    const one = cost({})
    return [form, cost({ multiplier: 'half' }) / one, cost({ count: 3 }) / one]
  })
  expect(Object.fromEntries(told.map(([form, ...acts]) => [form, acts]))).toEqual({
    flat: [0.5, 1],
    perOccurrence: [0.5, 3],
    personOccasion: [0.5, 3],
    perShortfall: [0.5, 3],
    discretionary: [0.5, 3],
    range: [0.5, 3],
    parallel: [0.5, 3],
    steps: ['by a measure'],
    tiers: ['by a measure'],
    zeroRow: [Number.NaN, Number.NaN],
    bonus: [0.5, 3],
    ladder: [0.5, 1],
    bonusTiers: ['by a measure'],
    bonusSteps: ['by a measure'],
    bonusRange: [0.5, 3],
  })
  const idle = Object.keys(ruleForms).filter(form => {
    const rule = { ...core, form, ...(form === 'bonus' && { levels: undefined }) } as never as Rule
    const own = { ...annexScheme.rubrics[0]!.rows[0]!, rules: [rule] }
    const scheme: Scheme = { ...annexScheme, rubrics: [{ ...annexScheme.rubrics[0]!, rows: [own] }] }
    return [...checkIdleRules(scheme)].some(fault => fault.code === 'multiplierNeverActs')
  })
  expect(idle).toEqual(['steps', 'tiers', 'zeroRow', 'bonusTiers', 'bonusSteps'])
})

test('R14 without an answer: the sheet and the check use the same step of half a point', () => {
  const row = { ...annexScheme.rubrics[0]!.rows[0]!, base: points(4) }
  const rule = { id: 'r', text: '视情', form: 'discretionary' } as Rule
  const book = { scheme: annexScheme, rulings: { find: () => undefined } } as unknown as FactBook
  const codes = (amount: number) =>
    checkFindingRule(
      { unit: 'u', row: row.id, rule: 'r', count: 1, note: '理由', amount: points(amount) },
      rule,
      row,
      book,
    ).map(fault => fault.refusal.code)
  expect([codes(0.5), codes(4), codes(0.7), codes(4.5)]).toEqual([
    [],
    [],
    ['amountOffStep'],
    ['amountOutside'],
  ])
})
