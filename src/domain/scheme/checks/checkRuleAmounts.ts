import { type Points, toDecimal } from '../../kernel/points.ts'
import { formOf, type Rule } from '../forms/ruleForms.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachRule } from './eachRule.ts'

/** Checks the amounts of rules (规则的分值): above zero, ranges in order, multipliers that give whole thousandths, bonuses and levels complete. (附件) */
export function* checkRuleAmounts(scheme: Scheme): Generator<Found> {
  for (const { row, rule, rulePath } of eachRule(scheme)) {
    const citation = row.citation
    for (const fault of checkRule(row.id, rule, rulePath)) yield { ...fault, citation } as Found
  }
}

function* checkRule(row: string, rule: Rule, path: FaultPath): Generator<Found> {
  const id = `${row}/${rule.id}`
  const form = formOf(rule)
  const needsPositive = (field: string, amount: Points, place: FaultPath) =>
    amount > 0
      ? []
      : [found('amountNotPositive', place, { kind: 'rule', id, field, amount: toDecimal(amount) })]
  if (rule.cap !== undefined) yield* needsPositive('cap', rule.cap, [...path, 'cap'])
  for (const { amount, field, path: below } of form.amounts(rule)) {
    const place = [...path, ...below]
    // A band or a level may cost nothing; any other amount of zero is a slip.
    if (!field.includes('.')) yield* needsPositive(field, amount, place)
    else if (amount < 0)
      yield found('amountNegative', place, { row, rule: rule.id, field, amount: toDecimal(amount) })
  }
  yield* form.faults?.(rule, row, path) ?? []
  if (rule.counter !== undefined && form.perCount === undefined) {
    const reads = [
      [...path, 'counter'],
      [...path, 'form'],
    ]
    yield found('ruleTakesNoCount', [...path, 'counter'], { row, rule: rule.id, form: rule.form }, { reads })
  }
  yield* checkMultipliers(row, rule, path)
}

/** Checks multipliers (倍数): above zero, and every multiplied amount is whole thousandths. */
function* checkMultipliers(row: string, rule: Rule, path: FaultPath): Generator<Found> {
  const amounts = formOf(rule).amounts(rule)
  for (const [at, { id, times }] of (rule.multipliers ?? []).entries()) {
    const place = [...path, 'multipliers', at, 'times']
    if (times <= 0) {
      yield found('amountNotPositive', place, {
        kind: 'multiplier',
        id: `${row}/${rule.id}/${id}`,
        field: 'times',
        amount: toDecimal(times),
      })
      continue
    }
    const uneven = amounts.find(({ amount }) => (amount * times) % 1000 !== 0)
    if (uneven === undefined) continue
    const values = {
      row,
      rule: rule.id,
      multiplier: id,
      times: toDecimal(times),
      points: toDecimal(uneven.amount),
    }
    yield found('multiplierNotThousandths', place, values, { reads: [place, [...path, ...uneven.path]] })
  }
}
