import { type PreparedRubric } from '../inspection/preparedRubric.ts'
import { rubricPoints } from '../inspection/rubricPoints.ts'
import { fillTally, createTally, type Tally, type TallyView } from '../inspection/tally.ts'
import type { PreparedScheme } from '../prepareScheme.ts'
import type { ComponentColumn, ComponentScores } from '../scoreComponents.ts'
import type { UnitFacts } from '../../year/facts/unitFacts.ts'
import { by, type Fraction, over, plus, ratio, whole } from '../../kernel/fraction.ts'
import { NO_POINTS } from '../../kernel/points.ts'
import { roundPoints } from '../../kernel/rounding.ts'
import type { Rulings } from '../../scheme/rulings.ts'
import type { Scheme, VetoEffect } from '../../scheme/scheme.ts'

/** Composites (综合得分), one for each appraisee, in thousandths; NaN while a component is missing and R19 blocks. */
export interface Composites {
  readonly points: Float64Array
}

/** Tally view of lists (清单的归集口径): the whole year, all findings. */
export const LIST_VIEW: TallyView = { by: 'committee', silent: [] }

/** 100 % in thousandths. */
const WHOLE = 100_000

/** Composes the scores (综合得分) of all appraisees, each by `composeOne`; `listed` spares counting the lists again. (三（一）) */
export function composeScores(scores: ComponentScores, listed = listedPoints(scores)): Composites {
  const { prepared, own, columns } = scores
  const points = new Float64Array(own.length)
  own.forEach((facts, at) => (points[at] = composeOne(prepared, columns, at, facts, listed[at]!)))
  return { points }
}

/** Returns the points of lists (清单得分) of all appraisees. */
export function listedPoints({ prepared, own }: ComponentScores): Float64Array {
  const tally = createTally(prepared.lists)
  return Float64Array.from(own, facts => listPoints(prepared.lists, tally, facts))
}

/**
 * Composes the score of one unit (一个单位的综合得分): components by weight, plus `listed` points, less vetoes, rounded
 * once (R20), never below zero, and capped at the scheme's base unless R3 leaves it uncapped. As R19 says, a
 * missing component blocks (NaN), is shared out among the others, or counts as zero. (三（一）)
 */
export function composeOne(
  prepared: PreparedScheme,
  columns: readonly ComponentColumn[],
  at: number,
  facts: UnitFacts,
  listed: number,
): number {
  const { rulings, scheme } = prepared
  const weighted = weighComponents({ prepared }, columns, at)
  if (weighted === undefined) return Number.NaN
  const total = roundPoints(plus(weighted, whole(listed)), rulings.answer('rounding'))
  return holdComposite(applyVetoes(total, facts, scheme), scheme, rulings)
}

/** Returns the exact weighted sum (加权合计); `undefined` when a component is missing and R19 blocks, or when all are missing. (三（一）, R19) */
export function weighComponents(
  { prepared }: Pick<ComponentScores, 'prepared'>,
  columns: readonly ComponentColumn[],
  at: number,
): Fraction | undefined {
  if (columns.length === 0) return whole(prepared.scheme.start ?? NO_POINTS)
  const answer = prepared.rulings.answer('missingComponent')
  const { roundComponents } = prepared.rulings.answer('rounding')
  let total: Fraction = whole(0)
  let present = 0
  for (const column of columns) {
    const value = roundComponents ? knownPoints(column.points[at]!) : column.exact[at]
    if (value === undefined && answer === 'block') return undefined
    if (value === undefined) continue
    present += column.component.component.weight
    total = plus(total, contribution(value, column, prepared.scheme))
  }
  if (present === 0) return undefined
  return answer === 'renormalise' ? over(by(total, whole(WHOLE)), whole(present)) : total
}

/** Returns the exact share of the composite (一个分项计入综合得分的部分): score ÷ its base × weight % × the scheme's base. (三（一）) */
export function contribution(value: Fraction, { component }: ComponentColumn, scheme: Scheme): Fraction {
  const { weight, base } = component.component
  return by(
    value,
    base === scheme.base ? ratio(weight, WHOLE) : by(ratio(weight, WHOLE), ratio(scheme.base, base)),
  )
}

/** Returns the points of lists (清单得分). */
export function listPoints(lists: PreparedRubric, tally: Tally, facts: UnitFacts): number {
  if (lists.rows.length === 0) return NO_POINTS
  fillTally(tally, lists, facts, LIST_VIEW, 'drop')
  return rubricPoints(lists, tally)
}

/** Applies the effect of vetoes on the score (否决对分数的效果): fixed deductions and zero. The other effects apply to the grade and the ranking. */
export function applyVetoes(points: number, facts: UnitFacts, scheme: Scheme): number {
  let left = points
  for (const effect of vetoEffects(facts, scheme)) {
    if (effect.kind === 'deduct') left -= effect.points
    if (effect.kind === 'zero') left = 0
  }
  return left
}

/** Lists the veto effects on a unit (某单位的否决效果). A veto named twice counts once; zero comes last. */
export function vetoEffects({ vetoes }: UnitFacts, scheme: Scheme): readonly VetoEffect[] {
  if (vetoes.length === 0) return NO_EFFECTS
  const named = new Set(vetoes.map(veto => veto.veto))
  const effects = scheme.vetoes.filter(veto => named.has(veto.id)).map(veto => veto.effect)
  return effects.toSorted((one, other) => Number(one.kind === 'zero') - Number(other.kind === 'zero'))
}

const NO_EFFECTS: readonly VetoEffect[] = []

/** Holds the composite within its limits (综合得分的上下限). (R3) */
export function holdComposite(points: number, scheme: Scheme, rulings: Rulings): number {
  const { least, most } = compositeLimits(scheme, rulings)
  return Math.min(most, Math.max(least, points))
}

/** Returns the limits of a composite (综合得分的上下限). (R3) */
export function compositeLimits(
  scheme: Scheme,
  rulings: Rulings,
): { readonly least: number; readonly most: number } {
  return {
    least: rulings.find('compositeFloor')?.answer === 'negative' ? Number.NEGATIVE_INFINITY : NO_POINTS,
    most: rulings.find('bonusCap')?.answer === 'uncapped' ? Number.POSITIVE_INFINITY : scheme.base,
  }
}

function knownPoints(value: number): Fraction | undefined {
  return Number.isNaN(value) ? undefined : whole(value)
}
