import { compare, exact, type Fraction, over, round, times, wholePart } from './fraction.ts'
import { holds } from './rubric.ts'
import type {
  Answer,
  ConsequenceRule,
  Facts,
  Follows,
  Graded,
  PastYear,
  Scheme,
  Standing,
  VetoEffect,
} from './shapes.ts'
import { type Appraisee, answerOf, groupBy, wordOf } from './year.ts'

/** An appraisee with its figures, as places and grades are found from them. */
export interface Ranked {
  readonly appraisee: Appraisee
  readonly components: ReadonlyMap<string, Fraction>
  readonly composite?: Fraction
  readonly vetoes: readonly VetoEffect[]
}

/** Ranks the appraisees of each list: by composite, then as R9 says; ties share a place. */
export function standingsOf(scheme: Scheme, facts: Facts, all: readonly Ranked[]): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  const ranked = all.filter(
    one => one.composite !== undefined && !one.vetoes.some(({ kind }) => kind === 'disqualify'),
  )
  const lists = groupBy(ranked, ({ appraisee }) => listOf(scheme, appraisee))
  for (const [ranking, list] of lists) rankList(scheme, facts, ranking, list, standings)
  return standings
}

/** Names the list in which an appraisee is ranked (R10). */
export function listOf(scheme: Scheme, { unit }: Appraisee): string {
  const scope = wordOf(scheme, 'rankingScope')
  return scope === 'byTier' ? unit.tier : scope === 'byCohort' ? (unit.cohort ?? '未分类') : 'all'
}

function rankList(
  scheme: Scheme,
  facts: Facts,
  ranking: string,
  list: readonly Ranked[],
  into: Map<string, Standing>,
) {
  const ties = answerOf(scheme, 'ties')!
  const small = answerOf(scheme, 'smallCohort')!
  const of = list.length
  const decision = facts.decisions.find(one => one.kind === 'bandsApply' && one.ranking === ranking)
  const isSmall = small.kind === 'count' && of < small.minimum! && small.below === 'committee'
  const bandsApply = !isSmall ? 'yes' : decision === undefined ? 'undecided' : decision.apply ? 'yes' : 'no'
  const bands = (scheme.consequences ?? [])
    .filter(({ when }) => when.by !== 'grade')
    .map(rule => bandOf(rule, small, of))
  const order = list.toSorted((one, other) => byScore(one, other, ties.breakBy).order)
  let dense = 0
  for (let at = 0; at < of;) {
    let end = at + 1
    while (end < of && byScore(order[at]!, order[end]!, ties.breakBy).order === 0) end += 1
    dense += 1
    const tied = order.slice(at, end).map(({ appraisee }) => appraisee.unit.id)
    const isAcross = end - at > 1 && bandsApply !== 'no' && bands.some(band => crosses(band, at, end, of))
    for (const one of order.slice(at, end)) {
      const unit = one.appraisee.unit.id
      const decided = facts.decisions.find(each => each.kind === 'fromBottom' && each.unit === unit)?.place
      const equals = list.filter(each => each !== one && compare(each.composite!, one.composite!) === 0)
      const broken = equals.map(each => byScore(one, each, ties.breakBy).by).filter(by => by !== undefined)
      into.set(unit, {
        ranking,
        of,
        place: ties.places === 'dense' ? dense : at + 1,
        fromBottom: decided ?? (ties.acrossEdge === 'heavier' ? of - end + 1 : of - at),
        tiedWith: tied.filter(id => id !== unit).toSorted(),
        brokenBy: ties.breakBy.find(by => broken.includes(by)),
        acrossEdge: isAcross,
        decided: decided !== undefined,
        bandsApply,
      })
    }
    at = end
  }
}

function byScore(one: Ranked, other: Ranked, breakBy: readonly string[]): { order: number; by?: string } {
  const first = compare(other.composite!, one.composite!)
  if (first !== 0) return { order: first }
  for (const by of breakBy) {
    const [own, others] = [one.components.get(by), other.components.get(by)]
    if (own === undefined && others === undefined) continue
    const order = own === undefined ? 1 : others === undefined ? -1 : compare(others, own)
    if (order !== 0) return { order, by }
  }
  return { order: 0 }
}

interface PlaceBand {
  readonly by: string
  readonly from: number
  readonly to: number
}

/** The places of a consequence among so many: as written, or its share of them, decimals dropped (R11). */
function bandOf({ when }: ConsequenceRule, small: Answer, of: number): PlaceBand {
  const { by, from = 1, to = from } = when
  if (small.kind !== 'share') return { by, from, to }
  return {
    by,
    from: Math.floor((of * (from - 1)) / small.ofEvery!) + 1,
    to: Math.floor((of * to) / small.ofEvery!),
  }
}

function crosses({ by, from, to }: PlaceBand, at: number, end: number, of: number): boolean {
  if (by !== 'fromBottom') return false
  const inside = (place: number): boolean => place >= from && place <= to
  return Array.from({ length: end - at }, (_, each) => inside(of - at - each)).some(
    (one, _, [first]) => one !== first,
  )
}

/** Finds the overall grades: by composite, then preconditions, vetoes and the quotas of each list (R12). */
export function gradesOf(
  scheme: Scheme,
  all: readonly Ranked[],
  standings: ReadonlyMap<string, Standing>,
): Map<string, Graded> {
  const rules = answerOf(scheme, 'overallGrades')!
  const level = (id: string): number => rules.grades.findIndex(grade => grade.id === id)
  const found = new Map<string, { at: number; band: number; movedBy?: string }>()
  const lastLevel = rules.grades.length - 1
  for (const { appraisee, composite, components, vetoes } of all) {
    if (composite === undefined) continue
    let band = rules.grades.findIndex(grade => holds(grade, composite))
    if (band < 0) band = compare(composite, exact(rules.grades[0]!.from ?? 0)) > 0 ? 0 : lastLevel
    const one: { at: number; band: number; movedBy?: string } = { at: band, band }
    for (let moved = true; moved;) {
      const bar = rules.preconditions.find(
        ({ grade, component, atLeast }) =>
          level(grade) === one.at &&
          (components.get(component) === undefined ||
            compare(components.get(component)!, exact(atLeast)) < 0),
      )
      moved = bar !== undefined && one.at < lastLevel
      if (moved) Object.assign(one, { at: one.at + 1, movedBy: 'precondition' })
    }
    for (const { kind, grade } of vetoes) {
      const to = grade === undefined ? -1 : level(grade)
      if ((kind === 'grade' && to > one.at) || (kind === 'gradeCap' && one.at < to))
        Object.assign(one, { at: to, movedBy: 'veto' })
    }
    found.set(appraisee.unit.id, one)
  }
  for (const list of groupBy([...standings], ([, { ranking }]) => ranking).values()) {
    const order = list.toSorted((one, other) => one[1].place - other[1].place)
    for (const quota of rules.quotas) {
      const wanted = times(exact(order.length), over(exact(quota.percent), exact(100)))
      const { whole, rest } = wholePart(wanted)
      const number =
        quota.round === 'halfUp'
          ? Number(round(wanted, 0, 'up').top)
          : whole + (quota.round === 'up' && rest.top > 0n ? 1 : 0)
      const edge = level(quota.grade)
      const inGrade = order.filter(([unit]) =>
        quota.kind === 'atMost' ? found.get(unit)!.at <= edge : found.get(unit)!.at < edge,
      )
      const room = quota.kind === 'atMost' ? number : order.length - number
      if (inGrade.length <= room) continue
      const limit = inGrade[room]![1].place
      for (const [unit, { place }] of inGrade)
        if (place >= limit)
          Object.assign(found.get(unit)!, { at: quota.kind === 'atMost' ? edge + 1 : edge, movedBy: 'quota' })
    }
  }
  return new Map(
    [...found].map(([unit, { at, band, movedBy }]) => [
      unit,
      { grade: rules.grades[at]!.id, band: rules.grades[band]!.id, movedBy },
    ]),
  )
}

/** Lists what follows from this year's place or grade, and from those before it (五（三）（四）, R13). */
export function consequencesOf(
  scheme: Scheme,
  history: readonly PastYear[],
  { unit, person }: Appraisee,
  grade: string | undefined,
  standing: Standing | undefined,
): readonly (Follows & { readonly rule: string })[] {
  const small = answerOf(scheme, 'smallCohort')!
  const ties = answerOf(scheme, 'ties')!
  const follows = wordOf(scheme, 'streakFollows') ?? 'unit'
  const units = [unit.id, ...(unit.succeeds ?? [])]
  const found: (Follows & { readonly rule: string })[] = []
  for (const rule of scheme.consequences ?? []) {
    const { when, years } = rule
    const fits = (place: number, fromBottom: number, of: number, itsGrade: string | undefined): boolean => {
      if (when.by === 'grade') return itsGrade !== undefined && when.grades!.includes(itsGrade)
      const band = bandOf(rule, small, of)
      const at = when.by === 'fromTop' ? place : fromBottom
      return at >= band.from && at <= band.to
    }
    if (when.by !== 'grade') {
      if (standing === undefined || standing.bandsApply !== 'yes') continue
      if (standing.acrossEdge && ties.acrossEdge === 'committee' && !standing.decided) continue
    }
    if (!fits(standing?.place ?? 0, standing?.fromBottom ?? 0, standing?.of ?? 0, grade)) continue
    if (years === undefined) {
      found.push({ ...effectOf(rule), years: [scheme.cycle] })
      continue
    }
    const streak = (isOwn: (entry: PastYear['entries'][number]) => boolean): number[] => {
      const list = [scheme.cycle]
      for (let year = scheme.cycle - 1; ; year--) {
        const entries = history.find(({ cycle }) => cycle === year)?.entries.filter(isOwn) ?? []
        if (!entries.some(({ place, fromBottom, of = 0, grade: past }) => fits(place, fromBottom, of, past)))
          return list
        list.unshift(year)
      }
    }
    const byUnit = streak(entry => units.includes(entry.unit))
    const kind = rule.on === 'unit' ? 'unit' : follows
    const byPerson = streak(
      entry => entry.person === person && (kind === 'either' || units.includes(entry.unit)),
    )
    const own =
      kind === 'unit'
        ? byUnit
        : kind === 'person'
          ? byPerson
          : byPerson.length > byUnit.length
            ? byPerson
            : byUnit
    if (own.length >= years.from && own.length <= (years.to ?? own.length))
      found.push({ ...effectOf(rule), years: own })
  }
  return found
}

/** What a consequence does, as a result names it. */
function effectOf({ id, effect: { kind, points, measure, nextYear } }: ConsequenceRule) {
  return kind === 'performanceDeduction' ? { rule: id, deduction: points } : { rule: id, measure, nextYear }
}
