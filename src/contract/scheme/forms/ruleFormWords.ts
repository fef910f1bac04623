import type { Rule, RuleForm } from '../../../domain/scheme/forms/ruleForms.ts'
import { bonus } from './bonus.ts'
import { bonusRange } from './bonusRange.ts'
import { bonusSteps } from './bonusSteps.ts'
import { bonusTiers } from './bonusTiers.ts'
import { discretionary } from './discretionary.ts'
import { flat } from './flat.ts'
import type { FormWords, RuleField } from './formWords.ts'
import { ladder } from './ladder.ts'
import { parallel } from './parallel.ts'
import { perOccurrence } from './perOccurrence.ts'
import { personOccasion } from './personOccasion.ts'
import { perShortfall } from './perShortfall.ts'
import { range } from './range.ts'
import { steps } from './steps.ts'
import { tiers } from './tiers.ts'
import { zeroRow } from './zeroRow.ts'

/** Words and file shape of every rule form, in the order that forms on screen offer them. (附件) */
export const ruleFormWords: { readonly [F in RuleForm]: FormWords<Extract<Rule, { form: F }>> } = {
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
}

/** Returns the words of a form. */
export function wordsOf(form: RuleForm): FormWords<Rule> {
  return ruleFormWords[form] as unknown as FormWords<Rule>
}

function* eachField(
  fields: Readonly<Record<string, RuleField>>,
): Generator<readonly [key: string, field: RuleField]> {
  for (const entry of Object.entries(fields)) {
    yield entry
    if (entry[1].kind === 'items') yield* eachField(entry[1].fields)
  }
}

const allFields = Object.values(ruleFormWords).flatMap(({ fields }) => [...eachField(fields)])

/** Labels of the fields of rule forms by key; the first form that has a key names it. */
export const ruleFieldLabels: Readonly<Record<string, string>> = Object.fromEntries(
  allFields.toReversed().map(([key, { label }]) => [key, label]),
)

/** Options of the fields of rule forms by key. */
export const ruleFieldOptions: Readonly<Record<string, Readonly<Record<string, string>>>> =
  Object.fromEntries(
    allFields.flatMap(([key, field]) => (field.kind === 'option' ? [[key, field.options]] : [])),
  )
