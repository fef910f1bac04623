import { expect, test } from 'vitest'
import type { Rule } from '../../src/domain/scheme/forms/ruleForms.ts'
import { points } from '../../src/domain/kernel/points.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { Finding } from '../../src/domain/year/facts/facts.ts'
import type { FactBook } from '../../src/domain/year/facts/factBook.ts'
import { checkFindingRule } from '../../src/domain/year/facts/checkFindingRule.ts'
import { describeFinding } from '../../src/server/rooms/sheets/presentFinding.ts'
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
