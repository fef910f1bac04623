import { factsOf, type ComponentScores } from '../scoreComponents.ts'
import { vetoEffects, type Composites } from '../composite/composeScores.ts'
import type { GradeResult } from '../outcome.ts'
import type { GradeBand, GradeQuota, OverallGradesAnswer } from '../../scheme/ruling.ts'
import type { Ranking, RankingGroup } from '../ranking/rankAppraisees.ts'

/** Overall grades (综合评价等次), one for each appraisee; none without a composite. */
export interface Grades {
  readonly grades: readonly (GradeResult | undefined)[]
}

/** Gives the overall grades (综合评价等次): the band of the composite, lowered by preconditions, vetoes and quotas in that order. (五（一）, R12) */
export function gradeOverall(scores: ComponentScores, composites: Composites, ranking: Ranking): Grades {
  const answer = scores.prepared.rulings.answer('overallGrades')
  const placed = scores.appraisees.map((_, at) => gradeOne(scores, composites.points[at]!, at, answer))
  for (const group of ranking.rankings.values())
    for (const quota of answer.quotas) holdQuota(quota, group, ranking, placed, answer)
  return { grades: placed.map(grade => (grade === undefined ? undefined : resultOf(grade, answer))) }
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

interface OpenGrade {
  readonly band: number
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
  const open: OpenGrade = { band, grade: band }
  for (const { grade, component, atLeast } of answer.preconditions) {
    const column = scores.columns.find(one => one.component.component.id === component)
    if (indexOf(answer, grade) === open.grade && !(column !== undefined && column.points[at]! >= atLeast))
      lower(open, open.grade + 1, 'precondition', answer)
  }
  for (const effect of vetoEffects(
    factsOf(scores.facts, scores.appraisees[at]!.unit),
    scores.prepared.scheme,
  )) {
    if (effect.kind === 'gradeCap') lower(open, indexOf(answer, effect.grade), 'veto', answer)
    if (effect.kind === 'grade') set(open, indexOf(answer, effect.grade), 'veto')
  }
  return open
}

/** Applies a quota. Tied units are treated alike: with "at most", a tie across the edge is left out; with "at least", it is included. */
function holdQuota(
  quota: GradeQuota,
  group: RankingGroup,
  ranking: Ranking,
  placed: readonly (OpenGrade | undefined)[],
  answer: OverallGradesAnswer,
) {
  const places = quotaPlaces(quota, group.order.length)
  const grade = indexOf(answer, quota.grade)
  if (quota.kind === 'atMost') {
    const inside = group.order.filter(at => placed[at]!.grade <= grade)
    for (const at of beyond(inside, places, ranking)) lower(placed[at]!, grade + 1, 'quota', answer)
    return
  }
  const below = group.order.filter(at => placed[at]!.grade >= grade).length
  const above = group.order.filter(at => placed[at]!.grade < grade)
  const wanted = Math.max(0, places - below)
  for (const at of beyond(above, above.length - wanted, ranking)) lower(placed[at]!, grade, 'quota', answer)
}

/** Returns the members after the first `places`, and those before that are tied with the first of them. */
function beyond(members: readonly number[], places: number, ranking: Ranking): readonly number[] {
  const first = members[Math.max(0, places)]
  if (first === undefined) return []
  const edge = ranking.standings[first]!.place
  return members.filter(at => ranking.standings[at]!.place >= edge)
}

function lower(
  open: OpenGrade,
  to: number,
  why: 'precondition' | 'veto' | 'quota',
  answer: OverallGradesAnswer,
): void {
  set(open, Math.max(open.grade, Math.min(to, answer.grades.length - 1)), why)
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
