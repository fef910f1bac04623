import type { Row, Rubric } from '../rubric.ts'
import type { Rule } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'

/** One row (一行) and its place; `rubric` is absent for a row of a list outside the rubrics. */
export interface PlacedRow {
  readonly row: Row
  readonly path: FaultPath
  readonly rubric?: Rubric
}

/** One rule (规则) and its place. */
export interface PlacedRule extends PlacedRow {
  readonly rule: Rule
  readonly rulePath: FaultPath
}

/** Yields every row (逐行): those of all rubrics, then those of the lists. */
export function* eachRow(scheme: Scheme): Generator<PlacedRow> {
  for (const [at, rubric] of scheme.rubrics.entries()) {
    for (const [place, row] of rubric.rows.entries())
      yield { row, path: ['rubrics', at, 'rows', place], rubric }
  }
  for (const [at, row] of scheme.lists.entries()) yield { row, path: ['lists', at] }
}

/** Yields every rule (逐条规则). */
export function* eachRule(scheme: Scheme): Generator<PlacedRule> {
  for (const placed of eachRow(scheme)) {
    for (const [at, rule] of placed.row.rules.entries())
      yield { ...placed, rule, rulePath: [...placed.path, 'rules', at] }
  }
}

/** The places of row ids (行号). */
export const ROW_IDS: readonly FaultPath[] = [
  ['rubrics', '*', 'rows', '*', 'id'],
  ['lists', '*', 'id'],
]
