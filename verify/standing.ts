import type { Has, List, May } from './fields.ts'
import { exact, type Fraction } from './fraction.ts'
import { holds } from './rubric.ts'
import type { Answer, ConsequenceRule, Graded, PastEntry, Scheme, Standing, VetoEffect } from './shapes.ts'
import { type Appraisee, answerOf, groupBy, wordOf, type Year } from './year.ts'

/** An appraisee with its figures, as places and grades are found from them. */
export type Ranked = Has<'appraisee', Appraisee> &
  Has<'components', ReadonlyMap<string, Fraction>> &
  May<'composite', Fraction> &
  Has<'vetoes', List<VetoEffect>>

/** Ranks the appraisees of each list: by composite, then as R9 says; ties share a place. */
export function standingsOf(year: Year, all: readonly Ranked[]): Map<string, Standing> {
  const ranked = all.filter(
    one => one.composite !== undefined && !one.vetoes.some(({ kind }) => kind === 'disqualify'),
  )
  const lists = groupBy(ranked, ({ appraisee }) => listOf(year.scheme, appraisee))
  return new Map([...lists].flatMap(([ranking, list]) => rankList(year, ranking, list)))
}

/** Names the list in which an appraisee is ranked (R10). */
export function listOf(scheme: Scheme, { unit }: Appraisee): string {
  const scope = wordOf(scheme, 'rankingScope')
  return scope === 'byTier' ? unit.tier : scope === 'byCohort' ? (unit.cohort ?? '未分类') : 'all'
}

function rankList({ scheme, facts }: Year, ranking: string, list: readonly Ranked[]): [string, Standing][] {
  const ties = answerOf(scheme, 'ties')!
  const small = answerOf(scheme, 'smallCohort')!
  const of = list.length
  const decision = facts.decisions.find(one => one.kind === 'bandsApply' && one.ranking === ranking)
  const isSmall = small.kind === 'count' && of < small.minimum && small.below === 'committee'
  const bandsApply = !isSmall ? 'yes' : decision === undefined ? 'undecided' : decision.apply ? 'yes' : 'no'
  const bands = (scheme.consequences ?? [])
    .filter(({ when }) => when.by === 'fromBottom')
    .map(rule => bandOf(rule, small, of))
  const order = list.toSorted((one, other) => byScore(one, other, ties.breakBy).order)
  const places = tiedPlaces(order, ties.breakBy)
  return places.flatMap(({ at, end }, dense) => {
    const tied = order.slice(at, end).map(({ appraisee }) => appraisee.unit.id)
    const fromBottom = tied.map((_, each) => of - at - each)
    const acrossEdge =
      bandsApply !== 'no' && bands.some(band => new Set(fromBottom.map(one => isIn(band, one))).size > 1)
    return order.slice(at, end).map((one): [string, Standing] => {
      const unit = one.appraisee.unit.id
      const decided = facts.decisions.find(each => each.kind === 'fromBottom' && each.unit === unit)?.place
      const equals = list.filter(each => each !== one && each.composite!.compare(one.composite!) === 0)
      const broken = equals.map(each => byScore(one, each, ties.breakBy).by)
      const standing = {
        ranking,
        of,
        place: ties.places === 'dense' ? dense + 1 : at + 1,
        fromBottom: decided ?? (ties.acrossEdge === 'heavier' ? of - end + 1 : of - at),
        tiedWith: tied.filter(id => id !== unit),
        brokenBy: ties.breakBy.findLast(by => broken.includes(by)),
        acrossEdge,
        decided: decided !== undefined,
        bandsApply,
      }
      return [unit, standing]
    })
  })
}

/** Where each place begins and ends in an order: those who are equal share one. */
function tiedPlaces(order: readonly Ranked[], breakBy: readonly string[]) {
  const starts = order.flatMap((one, at) =>
    at === 0 || byScore(order[at - 1]!, one, breakBy).order !== 0 ? [at] : [],
  )
  return starts.map((at, index) => ({ at, end: starts[index + 1] ?? order.length }))
}

function byScore(one: Ranked, other: Ranked, breakBy: readonly string[]): { order: number; by?: string } {
  const first = other.composite!.compare(one.composite!)
  if (first !== 0) return { order: first }
  for (const by of breakBy) {
    const [own, others] = [one.components.get(by), other.components.get(by)]
    if (own === undefined && others === undefined) continue
    const order = own === undefined ? 1 : others === undefined ? -1 : others.compare(own)
    if (order !== 0) return { order, by }
  }
  return { order: 0 }
}

type PlaceBand = Has<'from' | 'to', number>

/** The places of a consequence among so many: as written, or its share of them, decimals dropped (R11). */
function bandOf({ when: { from = 1, to = from } }: ConsequenceRule, small: Answer, of: number): PlaceBand {
  if (small.kind !== 'share') return { from, to }
  const share = (places: number): number => Math.floor((of * places) / small.ofEvery)
  return { from: share(from - 1) + 1, to: share(to) }
}

function isIn({ from, to }: PlaceBand, place: number): boolean {
  return place >= from && place <= to
}

type Moving = { at: number; movedBy?: string } & Has<'band', number>
type Ranking = readonly (readonly [string, Standing])[]

/** Finds the overall grades: by composite, then preconditions, vetoes and the quotas of each list (R12). */
export function gradesOf(scheme: Scheme, all: readonly Ranked[], standings: ReadonlyMap<string, Standing>) {
  const rules = answerOf(scheme, 'overallGrades')!
  const found = new Map<string, Moving>()
  for (const one of all)
    if (one.composite !== undefined) found.set(one.appraisee.unit.id, gradeOf(rules, one))
  for (const list of groupBy([...standings], ([, { ranking }]) => ranking).values())
    holdQuotas(rules, list, found)
  const graded = ({ at, band, movedBy }: Moving): Graded => ({
    grade: rules.grades[at]!.id,
    band: rules.grades[band]!.id,
    movedBy,
  })
  return new Map([...found].map(([unit, one]) => [unit, graded(one)]))
}

function gradeOf({ grades, preconditions }: Answer, { composite, components, vetoes }: Ranked): Moving {
  const last = grades.length - 1
  const level = (id?: string): number => grades.findIndex(grade => grade.id === id)
  const own = grades.findIndex(grade => holds(grade, composite!))
  const band = own >= 0 ? own : composite!.compare(grades[0]!.from ?? 0) > 0 ? 0 : last
  const grade: Moving = { at: band, band }
  const isBarred = (): boolean =>
    preconditions.some(bar => {
      const points = components.get(bar.component)
      return level(bar.grade) === grade.at && (points === undefined || points.compare(bar.atLeast) < 0)
    })
  while (grade.at < last && isBarred()) Object.assign(grade, { at: grade.at + 1, movedBy: 'precondition' })
  for (const veto of vetoes) {
    const to = level(veto.grade)
    if (['grade', 'gradeCap'].includes(veto.kind) && to > grade.at)
      Object.assign(grade, { at: to, movedBy: 'veto' })
  }
  return grade
}

/** Moves down, or up, who is beyond the places of a grade in a list; who shares the first place beyond moves too. */
function holdQuotas({ grades, quotas }: Answer, list: Ranking, found: ReadonlyMap<string, Moving>): void {
  const order = list.toSorted((one, other) => one[1].place - other[1].place)
  for (const { kind, grade, percent, round } of quotas) {
    const share = exact(order.length).times(percent).over(100)
    const isUp = round === 'up' && share.compare(share.whole()) > 0
    const number = round === 'halfUp' ? share.round(0).whole() : share.whole() + (isUp ? 1 : 0)
    const edge = grades.findIndex(({ id }) => id === grade)
    const [lowest, room] = kind === 'atMost' ? [edge, number] : [edge - 1, order.length - number]
    const inside = order.filter(([unit]) => found.get(unit)!.at <= lowest)
    const limit = inside[room]?.[1].place ?? Infinity
    for (const [unit, { place }] of inside)
      if (place >= limit) Object.assign(found.get(unit)!, { at: lowest + 1, movedBy: 'quota' })
  }
}

type Placed = Has<'place' | 'fromBottom', number> & May<'of', number> & May<'grade'>

/** Lists what follows from this year's place or grade, and from those before it (五（三）（四）, R13). */
export function consequencesOf(year: Year, { unit, person }: Appraisee, grade?: string, standing?: Standing) {
  const { scheme, history } = year
  const small = answerOf(scheme, 'smallCohort')!
  const isOpen =
    standing?.acrossEdge && !standing.decided && answerOf(scheme, 'ties')!.acrossEdge === 'committee'
  const isRanked = standing?.bandsApply === 'yes' && !isOpen
  const units = [unit.id, ...(unit.succeeds ?? [])]
  return (scheme.consequences ?? []).flatMap(rule => {
    const { when, years } = rule
    const fits = (entry: Placed): boolean =>
      when.by === 'grade'
        ? when.grades!.includes(entry.grade ?? '')
        : isIn(bandOf(rule, small, entry.of ?? 0), when.by === 'fromTop' ? entry.place : entry.fromBottom)
    if (when.by === 'grade' ? grade === undefined : !isRanked) return []
    const { place = 0, fromBottom = 0, of = 0 } = standing ?? {}
    if (!fits({ place, fromBottom, of, grade })) return []
    if (years === undefined) return [{ ...effectOf(rule), years: [scheme.cycle] }]
    const streak = (isOwn: (entry: PastEntry) => boolean): number[] => {
      const list = [scheme.cycle]
      for (let year = scheme.cycle - 1; ; year--) {
        const entries = history.find(({ cycle }) => cycle === year)?.entries.filter(isOwn) ?? []
        if (!entries.some(fits)) return list
        list.unshift(year)
      }
    }
    const kind = rule.on === 'unit' ? 'unit' : (wordOf(scheme, 'streakFollows') ?? 'unit')
    const byUnit = streak(entry => units.includes(entry.unit))
    const byPerson = streak(one => one.person === person && (kind === 'either' || units.includes(one.unit)))
    const isLonger = kind === 'person' || byPerson.length > byUnit.length
    const own = kind !== 'unit' && isLonger ? byPerson : byUnit
    if (own.length < years.from || own.length > (years.to ?? own.length)) return []
    return [{ ...effectOf(rule), years: own }]
  })
}

/** What a consequence does, as a result names it. */
function effectOf({ id, effect: { kind, points, measure, nextYear } }: ConsequenceRule) {
  return kind === 'performanceDeduction' ? { rule: id, deduction: points } : { rule: id, measure, nextYear }
}
