import type { UnitFacts } from '../year/facts/unitFacts.ts'
import { NO_FACTS } from '../year/facts/unitFacts.ts'
import type { Fraction } from '../kernel/fraction.ts'
import { whole } from '../kernel/fraction.ts'
import type { Points } from '../kernel/points.ts'
import { roundPoints } from '../kernel/rounding.ts'
import type { Appraisee } from '../year/roster/appointAppraisees.ts'
import type { Conversion } from '../scheme/component.ts'
import { componentScore } from './componentScore.ts'
import { rankToPoints } from './conversion/rankToPoints.ts'
import { ratioToBest } from './conversion/ratioToBest.ts'
import { isMissing, type MissingReason } from './missing.ts'
import type { PreparedComponent, PreparedScheme } from './prepareScheme.ts'
import { type QuotaGroup, quotaGroups } from './quotaGroups.ts'
import { rankingOf } from './rankingOf.ts'

/** Scores of all components (全部分项得分): one column a component, one entry an appraisee, in the order of `appraisees`. */
export interface ComponentScores {
  readonly prepared: PreparedScheme
  readonly appraisees: readonly Appraisee[]
  readonly facts: ReadonlyMap<string, UnitFacts>
  /** The same facts, in the order of `appraisees`. */
  readonly own: readonly UnitFacts[]
  readonly columns: readonly ComponentColumn[]
  /** Groups graded by quota, by component. */
  readonly quotas: ReadonlyMap<string, readonly QuotaGroup[]>
}

/** Score column of a component (一个分项的得分列): rounded thousandths (NaN when absent), the exact value before rounding, and why one is missing. */
export interface ComponentColumn {
  readonly component: PreparedComponent
  readonly points: Float64Array
  readonly exact: readonly (Fraction | undefined)[]
  readonly missing: readonly (MissingReason | undefined)[]
  /** How the component's conversion arrived at each figure; absent where it has none. */
  readonly converted: readonly (ConvertedTerm | undefined)[]
}

/** Basis of a conversion (换算的依据): own value and the best of the group, or the place in it. */
type ConvertedTerm =
  | { readonly own: Fraction; readonly best: Fraction; readonly full: Points }
  | { readonly own: Fraction; readonly place: number; readonly of: number }

/** Scores all components (计算全部分项得分): by method, converted inside each ranking where the component says so, rounded once (R20). A decision of the committee takes precedence. (三（二）) */
export function scoreComponents(
  prepared: PreparedScheme,
  appraisees: readonly Appraisee[],
  facts: ReadonlyMap<string, UnitFacts>,
): ComponentScores {
  const own = appraisees.map(({ unit }) => factsOf(facts, unit))
  const columns = prepared.components.map(component => scoreColumn(prepared, component, appraisees, own))
  return { prepared, appraisees, facts, own, columns, quotas: quotaGroups(prepared, appraisees, facts) }
}

/** Returns the facts of a unit (某单位的事实); empty facts when nothing was recorded. */
export function factsOf(facts: ReadonlyMap<string, UnitFacts>, unit: string): UnitFacts {
  return facts.get(unit) ?? NO_FACTS
}

/** Returns the decision on a component score (分项得分的决定), if the committee made one. (R7, R19) */
export function decidedScore(facts: UnitFacts, component: string) {
  for (const decision of facts.decisions) {
    if (decision.kind === 'componentScore' && decision.component === component) return decision
  }
  return undefined
}

function scoreColumn(
  prepared: PreparedScheme,
  component: PreparedComponent,
  appraisees: readonly Appraisee[],
  own: readonly UnitFacts[],
): ComponentColumn {
  const exact: (Fraction | undefined)[] = []
  const missing: (MissingReason | undefined)[] = []
  for (const [at, { tier }] of appraisees.entries()) {
    const score = componentScore(component, tier, own[at]!)
    const absent = isMissing(score)
    exact.push(absent ? undefined : score)
    missing.push(absent ? score.missing : undefined)
  }
  return finishColumn(prepared, component, appraisees, own, exact, missing)
}

/** Finishes a score column (得分列的收尾) from the scores before conversion, which it changes: converts, puts decisions in their place, rounds once. (R7, R19, R20) */
export function finishColumn(
  prepared: PreparedScheme,
  component: PreparedComponent,
  appraisees: readonly Appraisee[],
  own: readonly UnitFacts[],
  exact: (Fraction | undefined)[],
  missing: (MissingReason | undefined)[],
): ComponentColumn {
  const converted = convertColumn(prepared, component, appraisees, exact, missing)
  const rounding = prepared.rulings.answer('rounding')
  const points = new Float64Array(appraisees.length)
  own.forEach((facts, at) => {
    const decided = decidedScore(facts, component.component.id)
    if (decided !== undefined) {
      exact[at] = whole(decided.points)
      missing[at] = undefined
    }
    const value = exact[at]
    points[at] = value === undefined ? Number.NaN : roundPoints(value, rounding)
  })
  return { component, points, exact, missing, converted }
}

function convertColumn(
  prepared: PreparedScheme,
  { component }: PreparedComponent,
  appraisees: readonly Appraisee[],
  exact: (Fraction | undefined)[],
  missing: (MissingReason | undefined)[],
): readonly (ConvertedTerm | undefined)[] {
  const { conversion } = component
  if (conversion === undefined) return []
  const terms = new Array<ConvertedTerm | undefined>(appraisees.length)
  for (const members of groupsOf(prepared, appraisees).values()) {
    const present = members.filter(at => exact[at] !== undefined)
    const values = present.map(at => exact[at]!)
    const found =
      conversion.kind === 'ratioToBest' ? toBest(values, conversion.full) : byPlace(values, conversion)
    present.forEach((at, position) => {
      const one = found[position]
      exact[at] = one?.exact
      terms[at] = one?.term
      if (one === undefined) missing[at] = 'noBest'
    })
  }
  return terms
}

interface Converted {
  readonly exact: Fraction
  readonly term: ConvertedTerm
}

function toBest(values: readonly Fraction[], full: Points): readonly (Converted | undefined)[] {
  return ratioToBest(values, full).map(
    (one, at) => one && { exact: one.exact, term: { own: values[at]!, best: one.best, full } },
  )
}

function byPlace(
  values: readonly Fraction[],
  conversion: Extract<Conversion, { kind: 'rankToPoints' }>,
): readonly Converted[] {
  const of = values.length
  return rankToPoints(values, conversion).map(({ exact, place }, at) => ({
    exact,
    term: { own: values[at]!, place, of },
  }))
}

/** Groups the appraisees by ranking (各排名中的考核对象): places in `appraisees` by ranking id. (R10) */
export function groupsOf(
  prepared: PreparedScheme,
  appraisees: readonly Appraisee[],
): ReadonlyMap<string, readonly number[]> {
  const scope = prepared.rulings.answer('rankingScope')
  const groups = new Map<string, number[]>()
  appraisees.forEach((appraisee, at) => {
    const id = rankingOf(appraisee, scope)
    const group = groups.get(id)
    if (group) group.push(at)
    else groups.set(id, [at])
  })
  return groups
}
