import { type Points, toDecimal } from '../../kernel/points.ts'
import type { Rule } from '../rubric.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { eachRule } from './eachRule.ts'
import { singleAmounts } from './singleAmounts.ts'
import { TAKES_COUNT } from './takesCount.ts'

/** 规则的分值: above zero, ranges in order, multipliers that leave whole thousandths, bonuses and levels complete. (附件) */
export function* checkRuleAmounts(scheme: Scheme): Generator<Found> {
  for (const { row, rule, rulePath } of eachRule(scheme)) {
    const citation = row.citation
    for (const fault of checkRule(row.id, rule, rulePath)) yield { ...fault, citation } as Found
  }
}

function* checkRule(row: string, rule: Rule, path: FaultPath): Generator<Found> {
  const id = `${row}/${rule.id}`
  const needsPositive = (field: string, amount: Points, place: FaultPath) =>
    amount > 0
      ? []
      : [found('amountNotPositive', place, { kind: 'rule', id, field, amount: toDecimal(amount) })]
  if (rule.cap !== undefined) yield* needsPositive('cap', rule.cap, [...path, 'cap'])
  for (const { amount, field, path: place } of [...singleAmounts(rule, path), ...bonusAmounts(rule, path)]) {
    // A band or a level may cost nothing; any other amount of zero is a slip.
    if (!field.includes('.')) yield* needsPositive(field, amount, place)
    else if (amount < 0)
      yield found('amountNegative', place, { row, rule: rule.id, field, amount: toDecimal(amount) })
  }
  if (rule.form === 'steps') yield* needsPositive('size', rule.size, [...path, 'size'])
  if (rule.form === 'range') yield* checkRange(row, rule, path)
  if (rule.form === 'parallel' && rule.levels.length === 0)
    yield found('levelsEmpty', [...path, 'levels'], { row, rule: rule.id })
  if (rule.form === 'tiers' && rule.bands.length === 0)
    yield found('levelsEmpty', [...path, 'bands'], { row, rule: rule.id })
  if (rule.form === 'bonus') yield* checkBonus(row, rule, path)
  if (rule.counter !== undefined && !TAKES_COUNT.has(rule.form)) {
    const reads = [
      [...path, 'counter'],
      [...path, 'form'],
    ]
    yield found('ruleTakesNoCount', [...path, 'counter'], { row, rule: rule.id, form: rule.form }, { reads })
  }
  yield* checkMultipliers(row, rule, path)
}

function* checkRange(row: string, rule: Extract<Rule, { form: 'range' }>, path: FaultPath): Generator<Found> {
  const [least, limit, step] = [toDecimal(rule.least), toDecimal(rule.limit), toDecimal(rule.step)]
  const values = { row, rule: rule.id, least, limit }
  const reads = [
    [...path, 'least'],
    [...path, 'limit'],
  ]
  if (rule.least < 0)
    yield found('amountNegative', [...path, 'least'], { row, rule: rule.id, field: 'least', amount: least })
  if (rule.step <= 0) {
    yield found('amountNotPositive', [...path, 'step'], {
      kind: 'rule',
      id: `${row}/${rule.id}`,
      field: 'step',
      amount: step,
    })
  }
  if (rule.least > rule.limit) yield found('rangeReversed', [...path, 'least'], values, { reads })
  else if (rule.step > 0 && (rule.limit - rule.least) % rule.step !== 0) {
    yield found(
      'rangeStepUneven',
      [...path, 'step'],
      { ...values, step },
      { reads: [...reads, [...path, 'step']] },
    )
  }
}

function* checkBonus(row: string, rule: Extract<Rule, { form: 'bonus' }>, path: FaultPath): Generator<Found> {
  const reads = [
    [...path, 'points'],
    [...path, 'levels'],
  ]
  if (rule.points === undefined && rule.levels === undefined)
    yield found('bonusUnclear', path, { row, rule: rule.id, has: 'neither' }, { reads })
  if (rule.points !== undefined && rule.levels !== undefined)
    yield found('bonusUnclear', path, { row, rule: rule.id, has: 'both' }, { reads })
  if (rule.levels?.length === 0) yield found('levelsEmpty', [...path, 'levels'], { row, rule: rule.id })
}

function bonusAmounts(rule: Rule, path: FaultPath): ReturnType<typeof singleAmounts> {
  if (rule.form !== 'bonus') return []
  const once =
    rule.points === undefined ? [] : [{ amount: rule.points, field: 'points', path: [...path, 'points'] }]
  const levels = (rule.levels ?? []).map(({ points }, at) => ({
    amount: points,
    field: `levels.${at + 1}.points`,
    path: [...path, 'levels', at, 'points'],
  }))
  return [...once, ...levels]
}

/** 倍数: above zero, and any amount times it is whole thousandths. */
function* checkMultipliers(row: string, rule: Rule, path: FaultPath): Generator<Found> {
  const amounts = [...singleAmounts(rule, path), ...bonusAmounts(rule, path)]
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
    yield found('multiplierNotThousandths', place, values, { reads: [place, uneven.path] })
  }
}
