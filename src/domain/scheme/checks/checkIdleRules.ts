import { toDecimal } from '../../kernel/points.ts'
import { formOf, type Rule } from '../forms/ruleForms.ts'
import type { TiersRule } from '../forms/tiers.ts'
import type { Measure, Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { answerFor, RULING_SCOPE } from './eachAnswer.ts'
import { eachRule, type PlacedRule } from './eachRule.ts'
import { type Interval, intervalOf, isEmpty, remainderOf } from './interval.ts'

/** Checks for rules that never act, or act in part (不起作用的规则): measures out of reach, multipliers, bonuses and their caps, gaps between bands. (附件) */
export function* checkIdleRules(scheme: Scheme): Generator<Found> {
  for (const placed of eachRule(scheme)) {
    const citation = placed.rule.citation ?? placed.row.citation
    for (const fault of checkRule(scheme, placed)) yield { ...fault, citation } as Found
  }
}

function* checkRule(scheme: Scheme, placed: PlacedRule): Generator<Found> {
  const { row, rule, rulePath } = placed
  const values = { row: row.id, rule: rule.id }
  const form = formOf(rule)
  const at = 'measure' in rule ? scheme.measures.findIndex(({ id }) => id === rule.measure) : -1
  const measure = scheme.measures[at]
  if (
    measure !== undefined &&
    isOrdered(measure) &&
    form.amounts(rule).length > 0 &&
    form.mostMeasured?.(rule, measure) === 0
  ) {
    const reads = [rulePath, ['measures', at], ['measures', '*', 'id']]
    yield found('measureNeverActs', rulePath, { ...values, measure: measure.name }, { reads })
  }
  if ('bands' in rule) yield* checkBands(row.id, rule, measure, [...rulePath, 'bands'])
  if (rule.multipliers !== undefined && !doesMultiply(rule)) {
    const place = [...rulePath, 'multipliers']
    yield found(
      'multiplierNeverActs',
      place,
      { ...values, form: rule.form },
      { reads: [place, [...rulePath, 'form']] },
    )
  }
  if (form.effect === 'adds') yield* checkBonus(scheme, placed)
}

function isOrdered({ least, most }: Measure): boolean {
  return least === undefined || most === undefined || least <= most
}

/** Checks whether a finding under a rule can be multiplied (能否加倍、减半): not by a measure, and not where the row is zeroed. */
function doesMultiply(rule: Rule): boolean {
  const { measured, effect } = formOf(rule)
  return measured === undefined && effect !== 'zeroes'
}

/** Checks a bonus (加分): it can have an effect, its cap allows one, and “highest only” has something to choose from. (R3) */
function* checkBonus(scheme: Scheme, { row, rule, path, rulePath, rubric }: PlacedRule): Generator<Found> {
  const values = { row: row.id, rule: rule.id }
  const most = Math.max(
    0,
    ...formOf(rule)
      .amounts(rule)
      .map(({ amount }) => amount),
  )
  for (const [room, place] of [
    [rule.cap, [...rulePath, 'cap']],
    [row.cap === undefined ? undefined : row.cap - row.base, [...path, 'cap']],
  ] as const) {
    if (room === undefined || room <= 0 || room >= most) continue
    const reads = [place, [...path, 'base'], rulePath]
    yield found('bonusCapLow', place, { ...values, cap: room / 1000, amount: most / 1000 }, { reads })
  }
  if ('highestOnly' in rule && rule.highestOnly === true && rule.levels === undefined) {
    const place = [...rulePath, 'highestOnly']
    yield found('highestOnlyIdle', place, values, { reads: [place, [...rulePath, 'levels']] })
  }
  const bonusCap = answerFor(scheme, 'bonusCap')
  const canDeduct = row.rules.some(other => formOf(other).effect !== 'adds')
  if (rubric === undefined || row.cap !== undefined || bonusCap?.answer !== 'rowCapped' || canDeduct) return
  const reads = [...RULING_SCOPE, bonusCap.path, [...path, 'cap'], [...path, 'rules']]
  yield found('bonusNeverActs', rulePath, { ...values, ruling: bonusCap.ruling.id }, { reads })
}

/** Checks the bands of a measure (指标区间): no gap between two of them, and points that only fall, or only rise, with the measure. */
function* checkBands(
  row: string,
  rule: Pick<TiersRule, 'id' | 'bands'>,
  measure: Measure | undefined,
  path: FaultPath,
): Generator<Found> {
  const bands = rule.bands.map(intervalOf)
  if (bands.some(isEmpty) || rule.bands.some(({ points }) => points < 0)) return
  const reads = [
    ...['from', 'to', 'fromOpen', 'toClosed', 'points'].map(field => [...path, '*', field]),
    ['measures'],
  ]
  for (const gap of gapsOf(bands, measure)) {
    const values = { row, rule: rule.id, from: gap.from / 1000, to: gap.to / 1000 }
    yield found('bandsGap', path, values, { reads })
  }
  const inOrder = rule.bands.toSorted((one, other) => intervalOf(one).from - intervalOf(other).from)
  const steps = inOrder.slice(1).map((band, at) => Math.sign(band.points - inOrder[at]!.points))
  if (steps.includes(1) && steps.includes(-1)) {
    const at = inOrder[steps.findIndex(step => step !== 0 && step !== steps.find(one => one !== 0)) + 1]!
    const values = { row, rule: rule.id, band: rule.bands.indexOf(at) + 1, points: toDecimal(at.points) }
    yield found('bandsTurn', path, values, { reads })
  }
}

/** Returns the gaps between bands (区间之间的空档) that the measure can have; what lies beyond all bands is no gap. */
function gapsOf(bands: readonly Interval[], measure: Measure | undefined): readonly Interval[] {
  const whole = intervalOf({ from: measure?.least, to: measure?.most, toClosed: true })
  return remainderOf(whole, bands).filter(
    ({ from, to }) => bands.some(one => one.to <= from) && bands.some(one => one.from >= to),
  )
}
