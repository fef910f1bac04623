import { comparable } from '../../domain/kernel/comparable.ts'
import type { Row } from '../../domain/scheme/rubric.ts'
import type { Rule } from '../../domain/scheme/forms/ruleForms.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'

/** Formats a rule for the drop-down list: row and short text, `四.4 缺会`; rules of a row with the same text are numbered. */
export function ruleLabel(row: Row, rule: Rule): string {
  const alike = row.rules.filter(other => comparable(other.text) === comparable(rule.text))
  return `${row.id} ${rule.text}${alike.length > 1 ? `（${alike.indexOf(rule) + 1}）` : ''}`
}

/** Formats a rule as the drop-down lists of earlier versions did, with its id; still read. */
export function earlierRuleLabel(row: Row, rule: Rule): string {
  return `${row.id} ${rule.id} ${rule.text}`
}

/** Returns all rows of the scheme: those of the rubrics (评分细则), then those of the lists outside them. */
export function rowsOfScheme(scheme: Scheme): readonly Row[] {
  return [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
}

/** Returns the rules that a finding (核查情况) may name: all but those driven by a measure. */
export function findableRules(scheme: Scheme): readonly { readonly row: Row; readonly rule: Rule }[] {
  return rowsOfScheme(scheme).flatMap(row =>
    row.rules.filter(rule => !('measure' in rule)).map(rule => ({ row, rule })),
  )
}
