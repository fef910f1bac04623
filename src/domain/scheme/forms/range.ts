import { NO_POINTS, type Points, toDecimal } from '../../kernel/points.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { printAmount } from './printAmount.ts'
import { amountIn, type RuleCore, type RuleFormOf } from './ruleForm.ts'

/** A deduction within a range (幅度扣分): an amount set by the assessor (扣1-3分). */
export interface RangeRule extends RuleCore {
  readonly form: 'range'
  readonly least: Points
  readonly limit: Points
  readonly step: Points
}

/** The range form (幅度扣分): the amount set by the assessor within the rule's range. */
export const range: RuleFormOf<RangeRule> = {
  form: 'range',
  effect: 'deducts',
  counts: () => 'amount',
  contribution: (_rule, { amount = NO_POINTS, count }) => amount * count,
  bounds: ({ least, limit, step }) => ({ least, most: limit, step, reasonRequired: false }),
  amounts: rule => amountIn('limit', rule.limit),
  faults: rangeFaults,
  said: ({ rule, points }) =>
    `在${printAmount(rule.least)}至${printAmount(rule.limit)}的幅度内共扣${printAmount(points)}`,
}

/** Yields the faults of a range (幅度的错误): bounds in order, whole steps between them. */
export function* rangeFaults(rule: Omit<RangeRule, 'form'>, row: string, path: FaultPath): Generator<Found> {
  const [least, limit, step] = [toDecimal(rule.least), toDecimal(rule.limit), toDecimal(rule.step)]
  const values = { row, rule: rule.id, least, limit }
  const reads = [
    [...path, 'least'],
    [...path, 'limit'],
  ]
  if (rule.least < 0)
    yield found('amountNegative', [...path, 'least'], { row, rule: rule.id, field: 'least', amount: least })
  if (rule.step <= 0) {
    const id = `${row}/${rule.id}`
    yield found('amountNotPositive', [...path, 'step'], { kind: 'rule', id, field: 'step', amount: step })
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
