import type { Row, Rubric } from '../rubric.ts'
import type { Rule } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'

/** 一行及其位置; `rubric` is absent for a row of a list outside the rubrics. */
export interface PlacedRow {
  readonly row: Row
  readonly path: FaultPath
  readonly rubric?: Rubric
}

/** 一条规则及其位置. */
export interface PlacedRule extends PlacedRow {
  readonly rule: Rule
  readonly rulePath: FaultPath
}

/** 逐行: the rows of all rubrics, then those of the lists. */
export function* eachRow(scheme: Scheme): Generator<PlacedRow> {
  for (const [at, rubric] of scheme.rubrics.entries()) {
    for (const [place, row] of rubric.rows.entries())
      yield { row, path: ['rubrics', at, 'rows', place], rubric }
  }
  for (const [at, row] of scheme.lists.entries()) yield { row, path: ['lists', at] }
}

/** 逐条规则. */
export function* eachRule(scheme: Scheme): Generator<PlacedRule> {
  for (const placed of eachRow(scheme)) {
    for (const [at, rule] of placed.row.rules.entries())
      yield { ...placed, rule, rulePath: [...placed.path, 'rules', at] }
  }
}

/** 行号所在的各处. */
export const ROW_IDS: readonly FaultPath[] = [
  ['rubrics', '*', 'rows', '*', 'id'],
  ['lists', '*', 'id'],
]
