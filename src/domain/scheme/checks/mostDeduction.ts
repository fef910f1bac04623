import type { Rule } from '../rubric.ts'
import type { Scheme } from '../scheme.ts'
import { answerFor } from './eachAnswer.ts'

const PERIODS = { year: 1, quarter: 4, month: 12 } as const

/** 一条规则最多扣多少, in thousandths over a whole year; Infinity when nothing in the scheme bounds it. */
export function mostDeduction(scheme: Scheme, rule: Rule): number {
  return Math.min(rule.cap ?? Number.POSITIVE_INFINITY, uncapped(scheme, rule))
}

function uncapped(scheme: Scheme, rule: Rule): number {
  const highest = Math.max(1, ...(rule.multipliers ?? []).map(({ times }) => times / 1000))
  switch (rule.form) {
    case 'flat':
      return rule.points * highest
    case 'perOccurrence':
    case 'personOccasion':
      return rule.points * highest * mostCount(scheme, rule)
    case 'perShortfall':
      return rule.points * highest * Math.min(mostCount(scheme, rule), shortfall(rule.requires))
    case 'steps':
      return rule.points * mostSteps(scheme, rule)
    case 'tiers':
      return Math.max(0, ...rule.bands.map(band => band.points))
    case 'bonus':
      return 0
    case 'discretionary':
    case 'range':
    case 'parallel':
    case 'zeroRow':
      return Number.POSITIVE_INFINITY
  }
}

function mostCount(scheme: Scheme, rule: Rule): number {
  if (rule.unclear === true && answerFor(scheme, 'unclearUnit')?.answer === 'once') return 1
  return rule.most ?? Number.POSITIVE_INFINITY
}

/** Without a requirement the number short comes from the inspector alone and has no bound. */
function shortfall(
  requires: readonly { readonly required: number; readonly per: keyof typeof PERIODS }[],
): number {
  if (requires.length === 0) return Number.POSITIVE_INFINITY
  return requires.reduce((sum, { required, per }) => sum + required * PERIODS[per], 0)
}

function mostSteps(scheme: Scheme, rule: Extract<Rule, { form: 'steps' }>): number {
  const measure = scheme.measures.find(({ id }) => id === rule.measure)
  const edge = rule.direction === 'below' ? measure?.least : measure?.most
  if (edge === undefined || rule.size <= 0) return Number.POSITIVE_INFINITY
  const beyond = Math.max(0, rule.direction === 'below' ? rule.start - edge : edge - rule.start)
  return rule.partial === 'counted' ? Math.ceil(beyond / rule.size) : Math.floor(beyond / rule.size)
}
