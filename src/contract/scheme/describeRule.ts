import { formOf } from '../../domain/scheme/forms/ruleForms.ts'
import { wordsOf } from './forms/ruleFormWords.ts'
import type { RulePart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Describes what a rule does with its amounts, in one sentence shown beside its own text; `row` is the id of its row. (附件) */
export function describeRule(rule: RulePart, names: SchemeNames, row = ''): string {
  return [wordsOf(rule.form).describe(rule, names), ...conditionsOf(rule, names, row)].join('；')
}

function* conditionsOf(rule: RulePart, names: SchemeNames, row: string): Generator<string> {
  if (rule.cap !== undefined) yield `本条最多${formOf(rule).effect === 'adds' ? '加' : '扣'}${rule.cap}分`
  if (rule.counter !== undefined) yield `次数取自台账“${names.nameOf(rule.counter, 'counters')}”`
  if (rule.unclear === true) yield '按项还是按次依口径'
  for (const { name, times } of rule.multipliers ?? []) yield `${name}的乘以${times}`
  if (rule.exclusiveWith !== undefined && rule.exclusiveWith.length > 0) {
    yield `同一场次不与${rule.exclusiveWith.map(id => `“${names.ruleText(row, id)}”`).join('')}并用`
  }
  if (rule.most !== undefined) yield `次数至多${rule.most}`
}
