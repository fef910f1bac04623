import type { Rule } from '../../../domain/scheme/forms/ruleForms.ts'

/** 计数单位 of a rule: what one counted is. */
export function unitWordOf({ form, text }: Pick<Rule, 'form' | 'text'>): string {
  if (form === 'personOccasion') return '人次'
  if (form === 'perShortfall') return '次'
  return /[一每](人|起|次|处|篇|名|份)/.exec(text)?.[1] ?? '项'
}
