import { toDecimal } from '../../kernel/points.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, found, type Found } from '../schemeFault.ts'
import { countingOf, formOf, type Rule } from '../forms/ruleForms.ts'
import { answerFor, eachAnswer, RULING_SCOPE } from './eachAnswer.ts'
import { eachRow } from './eachRule.ts'
import { rowFloor } from './rowFloor.ts'

/** Checks the reach of deductions (扣分): whether a row's rules together can reach its floor, and whether a single amount exceeds the row. (附件) */
export function* checkReach(scheme: Scheme): Generator<Found> {
  for (const { row, path, rubric } of eachRow(scheme)) {
    const { floor, reads } = rowFloor(scheme, row, path)
    if (rubric === undefined || floor === undefined || floor === 'negative' || row.base <= floor) continue
    const grounds: readonly FaultPath[] = [...reads, [...path, 'base']]
    const citation = row.citation
    let most = 0
    for (const [at, rule] of row.rules.entries()) {
      const rulePath = [...path, 'rules', at]
      most += mostDeduction(scheme, rule)
      if (formOf(rule).effect === 'adds') continue
      for (const { amount, path: below } of formOf(rule).amounts(rule)) {
        const place = [...rulePath, ...below]
        if (amount <= row.base - floor || (rule.cap !== undefined && rule.cap <= row.base - floor)) continue
        const values = {
          row: row.id,
          rule: rule.id,
          amount: toDecimal(amount),
          base: (row.base - floor) / 1000,
        }
        yield found('amountAboveRow', place, values, {
          citation,
          reads: [...grounds, place, [...rulePath, 'cap']],
        })
      }
    }
    if (row.rules.length > 0 && most < row.base - floor) {
      const values = { row: row.id, base: toDecimal(row.base), floor: toDecimal(floor), most: most / 1000 }
      yield found('rowOutOfReach', path, values, {
        citation,
        reads: [...grounds, [...path, 'rules'], ...reachGrounds(scheme)],
      })
    }
  }
}

/** Returns what else the largest deduction of a rule depends on: the bounds of measures, and R23. */
function reachGrounds(scheme: Scheme): readonly FaultPath[] {
  const unclear = [...eachAnswer(scheme, 'unclearUnit')].map(({ path }) => path)
  return [...RULING_SCOPE, ...unclear, ...['id', 'least', 'most'].map(field => ['measures', '*', field])]
}

/** Returns the most that a rule can deduct (最多扣多少) in a whole year, in thousandths; Infinity if the scheme does not bound it. */
function mostDeduction(scheme: Scheme, rule: Rule): number {
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
