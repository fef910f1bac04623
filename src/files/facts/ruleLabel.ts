import type { Row } from '../../domain/scheme/rubric.ts'
import type { Rule } from '../../domain/scheme/forms/ruleForms.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'

/** 规则的下拉写法: row, id and short text, `四.4 absent 缺会`. */
export function ruleLabel(row: Row, rule: Rule): string {
  return `${row.id} ${rule.id} ${rule.text}`
}

/** 方案的全部行: of the rubrics, then of the lists outside them. */
export function rowsOfScheme(scheme: Scheme): readonly Row[] {
  return [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
}

/** 可填核查情况的规则: all but those that a measure drives. */
export function findableRules(scheme: Scheme): readonly { readonly row: Row; readonly rule: Rule }[] {
  return rowsOfScheme(scheme).flatMap(row =>
    row.rules.filter(rule => !('measure' in rule)).map(rule => ({ row, rule })),
  )
}
