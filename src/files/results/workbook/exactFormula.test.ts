import fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { expect, test } from 'vitest'
import { ratio } from '../../../domain/kernel/fraction.ts'
import { roundPoints } from '../../../domain/kernel/rounding.ts'
import { bracketed, plainFormula, ratioFormula, roundedFloat, roundedFormula } from './exactFormula.ts'
import { sized } from '../../../../tests/longRun.ts'

/** Computes formulas, each in a row of its own whose first cells hold its numbers. */
function compute(rows: readonly (readonly (number | string)[])[]): readonly unknown[] {
  const book = HyperFormula.buildFromArray(
    rows.map(row => [...row]),
    { licenseKey: 'gpl-v3', smartRounding: false },
  )
  return rows.map((row, at) => book.getCellValue({ sheet: 0, row: at, col: row.length - 1 }))
}

const rounding = fc.record({
  decimals: fc.constantFrom(0, 1, 2, 3),
  half: fc.constantFrom('up', 'even'),
}) as fc.Arbitrary<{
  decimals: 0 | 1 | 2 | 3
  half: 'up' | 'even'
}>

test('R20 the formula of a ratio rounds as the engine does, including halves and negative values', () => {
  const cases = fc.sample(
    fc.tuple(fc.integer({ min: -200_000_000, max: 200_000_000 }), fc.integer({ min: 1, max: 400 }), rounding),
    {
      numRuns: sized(10_000, 1000),
      seed: 2018,
    },
  )
  // Exact halves are rare by chance, so half of the cases are made of them.
  const made = cases.map(([num, den, how], at) =>
    at % 2 === 0 ? ([num * 2 + 1, den * 2, how] as const) : ([num, den, how] as const),
  )
  const rows = made.map(([num, den, how], at) => {
    const formula = roundedFormula(
      ratioFormula(`A${at + 1}`, 1, 1000, Math.abs(num), `B${at + 1}`),
      how,
      ratio(num, den),
    )
    return [num, den, `=${formula}`]
  })
  const found = compute(rows)
  const wrong = made.flatMap(([num, den, how], at) => {
    const expected = roundPoints(ratio(num, den), how) / 1000
    return (found[at] as number) + 0 === expected + 0
      ? []
      : [{ num, den, ...how, expected, found: found[at] }]
  })
  expect(wrong).toEqual([])
})

test('constants are reduced, and a whole number needs no rounding', () => {
  expect(
    roundedFormula(ratioFormula('A1', 100_000, 100_000_000, 1e9), { decimals: 2, half: 'up' }, ratio(1, 1)),
  ).toBe('ROUND(A1/10,0)/100')
  expect(roundedFormula(ratioFormula('A1+A2', 1, 1, 1e6), { decimals: 0, half: 'up' }, ratio(1, 1))).toBe(
    'A1+A2',
  )
  expect(roundedFormula(ratioFormula('A1', 1, 1000, 1e6), { decimals: 3, half: 'even' }, ratio(1, 1))).toBe(
    'A1/1000',
  )
  expect(plainFormula(ratioFormula('A1+A2', 3, 2000, 1e6, 'B1'))).toBe('3*(A1+A2)/(2000*B1)')
})

test('numbers too large for cells are rounded from floats only where they are not close to a half', () => {
  const [clear, half] = [ratio(4_126_000, 1000), ratio(4_125_000, 1000)]
  const large = ratioFormula('A1', 1, 1000, 2 ** 60, 'B1')
  const how = { decimals: 2, half: 'up' } as const
  expect(roundedFormula(large, how, clear)).toBe('ROUND(A1/(10*B1),0)/100')
  expect(roundedFormula(large, how, half)).toBeUndefined()
  expect(plainFormula(large)).toBeUndefined()
  expect(roundedFloat('A1*B1', how, clear)).toBe('ROUND(A1*B1,2)')
  expect(roundedFloat('A1*B1', how, half)).toBeUndefined()
})

test('brackets are added where the outermost operator needs them', () => {
  expect(bracketed('A1+B1')).toBe('(A1+B1)')
  expect(bracketed('SUM(A1+B1)')).toBe('SUM(A1+B1)')
  expect(bracketed(`INDEX('甲-乙'!A1,1)`)).toBe(`INDEX('甲-乙'!A1,1)`)
  expect(bracketed('IF(A1="a-b",1,2)')).toBe('IF(A1="a-b",1,2)')
  expect(bracketed('A1*2', '+-')).toBe('A1*2')
})
