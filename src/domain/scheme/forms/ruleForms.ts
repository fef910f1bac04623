import { bonus } from './bonus.ts'
import { bonusRange } from './bonusRange.ts'
import { bonusSteps } from './bonusSteps.ts'
import { bonusTiers } from './bonusTiers.ts'
import { discretionary } from './discretionary.ts'
import { flat } from './flat.ts'
import { ladder } from './ladder.ts'
import { parallel } from './parallel.ts'
import { perOccurrence } from './perOccurrence.ts'
import { personOccasion } from './personOccasion.ts'
import { perShortfall } from './perShortfall.ts'
import { range } from './range.ts'
import type { Counting, FoundFigures, Level, Requirement, RuleFormOf } from './ruleForm.ts'
import { steps } from './steps.ts'
import { tiers } from './tiers.ts'
import { zeroRow } from './zeroRow.ts'

/** All rule forms (规则形式), one file each. */
export const ruleForms = {
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
  ladder,
  bonusTiers,
  bonusSteps,
  bonusRange,
} as const

/** The name of a rule form (规则形式). */
export type RuleForm = keyof typeof ruleForms

/** A scoring criterion (评分标准): a rule of any form. (附件) */
export type Rule = Parameters<(typeof ruleForms)[RuleForm]['said']>[0]['rule']

/** Returns the form of a rule (规则的形式). */
export function formOf({ form }: { readonly form: RuleForm }): RuleFormOf<Rule> {
  return ruleForms[form] as unknown as RuleFormOf<Rule>
}

/** Returns how a rule counts findings (计次方式), by its form and R23. */
export function countingOf(rule: Rule, unclearUnit: 'perItem' | 'once' | undefined): Counting {
  return rule.unclear === true && unclearUnit === 'once' ? 'once' : formOf(rule).counts(rule)
}

/** Returns the count of a finding (核查情况的次数): persons × occasions if the form takes them. */
export function countOf(byPersons: true | undefined, finding: FoundFigures): number {
  return byPersons === undefined || finding.persons === undefined
    ? finding.count
    : finding.persons * (finding.occasions ?? 1)
}

/** Returns the counting word of a rule (计数单位). */
export function unitWordOf(rule: Rule): string {
  return formOf(rule).unitWord ?? /[一每](人|起|次|处|篇|名|份)/.exec(rule.text)?.[1] ?? '项'
}

/** Returns the levels of a rule (各档). */
export function levelsOf(rule: Rule): readonly Level[] | undefined {
  return 'levels' in rule ? rule.levels : undefined
}

/** Returns the required numbers of a rule (应有次数). */
export function requirementsOf(rule: Rule): readonly Requirement[] {
  return 'requires' in rule ? rule.requires : []
}

/** Returns the ledger counters that feed a rule (台账计数项): fault counters add their count, requirements their shortfall. */
export function feedsOf(
  rule: Rule,
): readonly { readonly counter: string; readonly requirement?: Requirement }[] {
  if ('requires' in rule)
    return rule.requires.map(requirement => ({ counter: requirement.counter, requirement }))
  return rule.counter === undefined ? [] : [{ counter: rule.counter }]
}
