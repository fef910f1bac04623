import type { ComponentScores } from '../scoreComponents.ts'
import { vetoEffects, type Composites } from '../composite/composeScores.ts'
import type { GradeResult } from '../outcome.ts'
import type { GradeBand, GradeQuota, OverallGradesAnswer } from '../../scheme/ruling.ts'
import type { Ranking, RankingGroup } from '../ranking/rankAppraisees.ts'

/** Overall grades (综合评价等次), one for each appraisee (none without a composite), and the ties that a quota could not part. */
export interface Grades {
  readonly grades: readonly (GradeResult | undefined)[]
  readonly quotaTies: readonly QuotaTie[]
}

/** Units tied across the edge of a grade quota (并列跨名额), which all moved down together. (R9, R12) */
export interface QuotaTie {
  readonly ranking: string
  readonly quota: GradeQuota
  readonly gradeName: string
  readonly members: readonly number[]
}

/** Gives the overall grades (综合评价等次): the band of the composite, lowered by preconditions, vetoes and quotas in that order. Whatever moves a unit, it falls to the best grade whose preconditions hold. (五（一）, R12) */
export function gradeOverall(scores: ComponentScores, composites: Composites, ranking: Ranking): Grades {
  const answer = scores.prepared.rulings.answer('overallGrades')
  const placed = scores.appraisees.map((_, at) => gradeOne(scores, composites.points[at]!, at, answer))
  const quotas = answer.quotas.toSorted(byEffect(answer))
  const quotaTies = [...ranking.rankings.values()].flatMap(group =>
    quotas.flatMap(quota => holdQuota(quota, group, ranking, placed, answer)),
  )
  return {
    grades: placed.map(grade => (grade === undefined ? undefined : resultOf(grade, answer))),
    quotaTies,
  }
}

/** Returns the grade band of a score (分数所在的等次区间). The bounds of R12 leave no gap; a score beyond them (an uncapped bonus, R3) has the best or the last grade. */
export function bandOf(grades: readonly GradeBand[], composite: number): number {
  const found = grades.findIndex(({ from, to, fromOpen, toClosed }) => {
    const above = fromOpen ? composite > from : composite >= from
    return above && (toClosed ? composite <= to : composite < to)
  })
  if (found !== -1) return found
  if (grades.every(grade => composite >= grade.to)) return 0
  return grades.every(grade => composite <= grade.from) ? grades.length - 1 : -1
}

/** 100 % in thousandths. */
const WHOLE = 100_000

/** Returns the number of quota places (名额数): a percentage of a ranking's members, in whole units. (R12) */
export function quotaPlaces(quota: GradeQuota, of: number): number {
  const rest = (of * quota.percent) % WHOLE
  const floor = (of * quota.percent - rest) / WHOLE
  const isRaised = { down: false, up: rest > 0, halfUp: rest * 2 >= WHOLE }[quota.round]
  return isRaised ? floor + 1 : floor
}

/** Orders quotas: those that hold the top, best grade first, then those that fill the bottom. The order of the scheme does not count. */
function byEffect(answer: OverallGradesAnswer) {
  const rank = ({ kind, grade }: GradeQuota): number =>
    indexOf(answer, grade) + (kind === 'atMost' ? 0 : answer.grades.length)
  return (one: GradeQuota, other: GradeQuota): number => rank(one) - rank(other)
}

interface OpenGrade {
  readonly band: number
  /** Whether the unit meets the preconditions of each grade. */
  readonly meets: readonly boolean[]
  grade: number
  movedBy?: 'precondition' | 'veto' | 'quota'
}

function gradeOne(
  scores: ComponentScores,
  composite: number,
  at: number,
  answer: OverallGradesAnswer,
): OpenGrade | undefined {
  const band = Number.isNaN(composite) ? -1 : bandOf(answer.grades, composite)
  if (band === -1) return undefined
  const open: OpenGrade = { band, grade: band, meets: meetsOf(scores, at, answer) }
  fallToMet(open, answer)
  for (const effect of vetoEffects(scores.own[at]!, scores.prepared.scheme)) {
    if (effect.kind === 'gradeCap') lower(open, indexOf(answer, effect.grade), 'veto', answer)
    if (effect.kind === 'grade') set(open, indexOf(answer, effect.grade), 'veto')
  }
  return open
}

function meetsOf(scores: ComponentScores, at: number, answer: OverallGradesAnswer): readonly boolean[] {
  return answer.grades.map(({ id }) =>
    answer.preconditions.every(({ grade, component, atLeast }) => {
      const column = scores.columns.find(one => one.component.component.id === component)
      return grade !== id || (column !== undefined && column.points[at]! >= atLeast)
    }),
  )
}

/** Applies a quota. Tied units are treated alike: with "at most", a tie across the edge is left out; with "at least", it is included. Returns such a tie. */
function holdQuota(
  quota: GradeQuota,
  group: RankingGroup,
  ranking: Ranking,
  placed: readonly (OpenGrade | undefined)[],
  answer: OverallGradesAnswer,
): readonly QuotaTie[] {
  const places = quotaPlaces(quota, group.order.length)
  const grade = indexOf(answer, quota.grade)
  if (quota.kind === 'atMost') {
    const inside = group.order.filter(at => placed[at]!.grade <= grade)
    return moveBeyond(inside, places, grade + 1)
  }
  const below = group.order.filter(at => placed[at]!.grade >= grade).length
  const above = group.order.filter(at => placed[at]!.grade < grade)
  return moveBeyond(above, above.length - Math.max(0, places - below), grade)

  /** Moves down the members after the first `keep`, and those before that are tied with the first of them. */
  function moveBeyond(members: readonly number[], keep: number, to: number): readonly QuotaTie[] {
    const first = members[Math.max(0, keep)]
    if (first === undefined) return []
    const edge = ranking.standings[first]!.place
    const moved = members.filter(at => ranking.standings[at]!.place >= edge)
    for (const at of moved) lower(placed[at]!, to, 'quota', answer)
    if (moved.length === members.length - Math.max(0, keep)) return []
    const tied = members.filter(at => ranking.standings[at]!.place === edge)
    return [{ ranking: group.id, quota, gradeName: answer.grades[grade]!.name, members: tied }]
  }
}

function lower(
  open: OpenGrade,
  to: number,
  why: 'precondition' | 'veto' | 'quota',
  answer: OverallGradesAnswer,
): void {
  set(open, Math.max(open.grade, Math.min(to, answer.grades.length - 1)), why)
  fallToMet(open, answer)
}

/** Lowers a grade to the best one whose preconditions hold, or to the last. */
function fallToMet(open: OpenGrade, { grades }: OverallGradesAnswer): void {
  let to = open.grade
  while (!open.meets[to]! && to < grades.length - 1) to++
  set(open, to, 'precondition')
}

function set(open: OpenGrade, to: number, why: 'precondition' | 'veto' | 'quota'): void {
  if (to === open.grade) return
  open.grade = to
  open.movedBy = why
}

function indexOf({ grades }: OverallGradesAnswer, id: string): number {
  return grades.findIndex(grade => grade.id === id)
}

function resultOf({ band, grade, movedBy }: OpenGrade, { grades }: OverallGradesAnswer): GradeResult {
  const { id, name } = grades[grade]!
  return { grade: id, name, band: grades[band]!.id, movedBy }
}
