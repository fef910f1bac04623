import { countingOf, formOf, type Rule } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import { answerFor } from './eachAnswer.ts'

/** 一条规则最多扣多少, in thousandths over a whole year; Infinity when nothing in the scheme bounds it. */
export function mostDeduction(scheme: Scheme, rule: Rule): number {
  return Math.min(rule.cap ?? Number.POSITIVE_INFINITY, uncapped(scheme, rule))
}

function uncapped(scheme: Scheme, rule: Rule): number {
  const form = formOf(rule)
  if (form.effect === 'adds') return 0
  const each = form.perCount?.(rule)
  if (each !== undefined) return each * highestTimes(rule) * mostCount(scheme, rule)
  const measure = 'measure' in rule ? scheme.measures.find(({ id }) => id === rule.measure) : undefined
  return form.mostMeasured?.(rule, measure ?? {}) ?? Number.POSITIVE_INFINITY
}

function highestTimes({ multipliers = [] }: Rule): number {
  return Math.max(1, ...multipliers.map(({ times }) => times / 1000))
}

function mostCount(scheme: Scheme, rule: Rule): number {
  if (countingOf(rule, answerFor(scheme, 'unclearUnit')?.answer) === 'once') return 1
  const unbounded = Number.POSITIVE_INFINITY
  return Math.min(rule.most ?? unbounded, formOf(rule).mostCount?.(rule) ?? unbounded)
}
