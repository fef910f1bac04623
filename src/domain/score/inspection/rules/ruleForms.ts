import type { Rule, RuleForm } from '../../../scheme/rubric.ts'
import { bonus } from './bonus.ts'
import { discretionary } from './discretionary.ts'
import { flat } from './flat.ts'
import { parallel } from './parallel.ts'
import { perOccurrence } from './perOccurrence.ts'
import { personOccasion } from './personOccasion.ts'
import { perShortfall } from './perShortfall.ts'
import { range } from './range.ts'
import type { RuleFormOf } from './ruleForm.ts'
import { steps } from './steps.ts'
import { tiers } from './tiers.ts'
import { zeroRow } from './zeroRow.ts'

/** 全部规则形式: one file each; a form without its file does not compile. */
export const ruleForms: { readonly [F in RuleForm]: RuleFormOf<Extract<Rule, { form: F }>> } = {
  flat,
  perOccurrence,
  personOccasion,
  perShortfall,
  discretionary,
  range,
  parallel,
  steps,
  tiers,
  zeroRow,
  bonus,
}

/** 某规则的形式. */
export function formOf(rule: Rule): RuleFormOf<Rule> {
  return ruleForms[rule.form] as unknown as RuleFormOf<Rule>
}
