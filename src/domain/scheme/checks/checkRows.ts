import { type Points, toDecimal } from '../../kernel/points.ts'
import { formOf, requirementsOf } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { eachRow, type PlacedRow } from './eachRule.ts'
import { rowFloor } from './rowFloor.ts'

/** Checks the points, floor and cap of each row (分值、下限和上限): they are in order; a list outside the rubrics starts at zero and can reach where its rules lead. (附件, R2) */
export function* checkRows(scheme: Scheme): Generator<Found> {
  for (const placed of eachRow(scheme)) {
    const { row, path, rubric } = placed
    const [basePath, base] = [[...path, 'base'], toDecimal(row.base)]
    if (rubric === undefined && row.base !== 0)
      yield found('listBaseNotZero', basePath, { row: row.id, base }, { citation: row.citation })
    if (rubric !== undefined && row.base < 0) {
      yield found(
        'amountNotPositive',
        basePath,
        { kind: 'row', id: row.id, field: 'base', amount: base },
        { citation: row.citation },
      )
    }
    yield* checkBounds(placed)
    yield* checkFeeds(placed)
    if (rubric === undefined) yield* checkList(scheme, placed)
    else if (row.rules.length === 0 && row.base > 0)
      yield found('rowWithoutRules', [...path, 'rules'], { row: row.id }, { citation: row.citation })
  }
}

function* checkBounds({ row, path }: PlacedRow): Generator<Found> {
  const base = toDecimal(row.base)
  const reads = (field: string) => [
    [...path, field],
    [...path, 'base'],
  ]
  if (typeof row.floor === 'number' && row.floor > row.base) {
    const values = { row: row.id, floor: toDecimal(row.floor), base }
    yield found('floorAboveBase', [...path, 'floor'], values, {
      citation: row.citation,
      reads: reads('floor'),
    })
  }
  if (row.cap !== undefined && row.cap < row.base) {
    const values = { row: row.id, cap: toDecimal(row.cap), base }
    yield found('capBelowBase', [...path, 'cap'], values, { citation: row.citation, reads: reads('cap') })
  }
}

/** Checks rows fed by a ledger or measure: unlike findings, these are not refused by tier and would score units outside the row's tiers. */
function* checkFeeds({ row, path }: PlacedRow): Generator<Found> {
  if (row.tiers === undefined) return
  for (const [at, rule] of row.rules.entries()) {
    const isFed =
      rule.counter !== undefined || 'measure' in rule || requirementsOf(rule).length > 0 || formOf(rule).isOne
    const reads = [
      [...path, 'rules', at],
      [...path, 'tiers'],
    ]
    if (isFed)
      yield found(
        'tieredRowFed',
        [...path, 'rules', at],
        { row: row.id, rule: rule.id },
        { citation: row.citation, reads },
      )
  }
}

/** Checks a list: it starts at zero, so its deductions require a floor below zero. */
function* checkList(scheme: Scheme, { row, path }: PlacedRow): Generator<Found> {
  const deducts = row.rules.some(rule => formOf(rule).effect !== 'adds')
  const { floor, reads } = rowFloor(scheme, row, path)
  if (!deducts || floor === undefined || floor === 'negative' || floor < (0 as Points)) return
  yield found(
    'listCannotDeduct',
    path,
    { row: row.id },
    { citation: row.citation, reads: [...reads, [...path, 'rules', '*', 'form']] },
  )
}
