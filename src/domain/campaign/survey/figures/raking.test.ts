import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '../../../../../tests/properties/runs.ts'
import { rakeWeights } from './weights.ts'

test('raking equals multipliers found by Newton’s method', () => {
  const cell = fc.record({
    row: fc.integer({ min: 0, max: 2 }),
    column: fc.integer({ min: 0, max: 1 }),
    weight: fc.integer({ min: 1, max: 9 }),
  })
  const full = [0, 1, 2].flatMap(row => [0, 1].map(column => ({ row, column, weight: 2 })))
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 30 }),
      fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 4, maxLength: 4 }),
      (more, wanted) => {
        const cells = [...full, ...more]
        const rows = wanted.slice(0, 3)
        const total = rows.reduce((sum, one) => sum + one, 0)
        const first = Math.max(1, Math.min(total - 1, wanted[3]!))
        const columns = [first, total - first]
        const raked = rakeWeights(
          cells.map(({ weight }) => weight),
          [
            {
              categories: cells.map(({ row }) => `r${row}`),
              population: new Map(rows.map((one, at) => [`r${at}`, one])),
            },
            {
              categories: cells.map(({ column }) => `c${column}`),
              population: new Map(columns.map((one, at) => [`c${at}`, one])),
            },
          ],
        )
        expect(raked.converged).toBe(true)
        const solved = solveByNewton(cells, rows, columns)
        raked.weights.forEach((weight, at) =>
          expect(Math.abs(weight - solved[at]!)).toBeLessThan(1e-6 * total),
        )
      },
    ),
    RUNS,
  )
})

/** Minimises Σ w e^(xλ) − λ·totals: the dual of raking, solved for all multipliers at once. The last column is the reference. */
function solveByNewton(
  cells: readonly { readonly row: number; readonly column: number; readonly weight: number }[],
  rows: readonly number[],
  columns: readonly number[],
): readonly number[] {
  const totals = [...rows, columns[0]!]
  const design = cells.map(({ row, column }) =>
    [0, 1, 2].map(at => Number(at === row)).concat(Number(column === 0)),
  )
  const value = (at: readonly number[]) =>
    cells.reduce((sum, { weight }, i) => sum + weight * Math.exp(dot(design[i]!, at)), 0) - dot(totals, at)
  let multipliers = [0, 0, 0, 0]
  for (let step = 0; step < 200; step++) {
    const weights = cells.map(({ weight }, at) => weight * Math.exp(dot(design[at]!, multipliers)))
    const gradient = totals.map((total, k) =>
      weights.reduce((sum, weight, at) => sum + weight * design[at]![k]!, -total),
    )
    if (Math.max(...gradient.map(Math.abs)) < 1e-10) break
    const hessian = totals.map((_, j) =>
      totals.map((_, k) =>
        weights.reduce((sum, weight, at) => sum + weight * design[at]![j]! * design[at]![k]!, 0),
      ),
    )
    const move = solve(hessian, gradient)
    let size = 1
    while (size > 1e-8 && value(multipliers.map((one, at) => one - size * move[at]!)) > value(multipliers))
      size /= 2
    multipliers = multipliers.map((one, at) => one - size * move[at]!)
  }
  return cells.map(({ weight }, at) => weight * Math.exp(dot(design[at]!, multipliers)))
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0)
}

function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let at = 0; at < rows.length; at++) {
    const best = rows.slice(at).reduce((top, row) => (Math.abs(row[at]!) > Math.abs(top[at]!) ? row : top))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(at, 0, best)
    for (const row of rows) {
      if (row === best) continue
      const times = row[at]! / best[at]!
      row.forEach((_, column) => (row[column]! -= times * best[column]!))
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
