import { type ComponentScores, groupsOf } from '../scoreComponents.ts'
import { vetoEffects, type Composites } from '../composite/composeScores.ts'
import type { Decision } from '../../year/facts/facts.ts'
import type { Standing } from '../outcome.ts'
import type { ConsequenceRule } from '../../scheme/consequenceRule.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'
import { orderByScore, type ScoreOrder } from './orderByScore.ts'

/** Rankings (排名): the standing of each appraisee that has one, in the order of the appraisees, and the rankings themselves. */
export interface Ranking {
  readonly standings: readonly (Standing | undefined)[]
  readonly rankings: ReadonlyMap<string, RankingGroup>
}

/** One ranking (一个排名): its members from best to worst. */
export interface RankingGroup {
  readonly id: string
  readonly order: readonly number[]
  readonly bandsApply: Standing['bandsApply']
}

/** Ranks the appraisees (排名) by composite inside each ranking (R10). Ties are broken by the components of R9; remaining ties share a place. Without a composite, or disqualified, an appraisee has no place. (五（三）, R9-R11) */
export function rankAppraisees(
  scores: ComponentScores,
  composites: Composites,
  decisions: readonly Decision[],
): Ranking {
  const { prepared, appraisees } = scores
  const ties = prepared.rulings.answer('ties')
  const columns = [
    composites.points,
    ...ties.breakBy.map(id => scores.columns.find(column => column.component.component.id === id)!.points),
  ]
  const standings = new Array<Standing | undefined>(appraisees.length)
  const rankings = new Map<string, RankingGroup>()
  for (const [id, members] of groupsOf(prepared, appraisees)) {
    const ranked = members.filter(at => mayRank(scores, composites, at))
    const order = orderByScore(ranked, columns.map(comparable))
    const bandsApply = bandsApplyTo(id, ranked.length, prepared.rulings.answer('smallCohort'), decisions)
    place(order, id, bandsApply, scores, ties, prepared.scheme.consequences, standings)
    rankings.set(id, { id, order: [...order.order], bandsApply })
  }
  return { standings, rankings }
}

/** Returns the edges of bands by place (名次段的边界): the last place inside each band, counted from that band's end. */
export function bandEdges(
  rules: readonly ConsequenceRule[],
  from: 'fromBottom' | 'fromTop',
): readonly number[] {
  return [...new Set(rules.flatMap(({ when }) => (when.by === from ? [when.from - 1, when.to] : [])))]
}

/** Returns the actual bounds of a band in a ranking (名次段在一个排名中的实际起止), scaled when R11 makes bands a share of all. (R11) */
export function bandInRanking(
  from: number,
  to: number,
  of: number,
  answer: RulingAnswers['smallCohort'],
): { from: number; to: number } {
  if (answer.kind === 'count') return { from, to }
  return {
    from: Math.floor((of * (from - 1)) / answer.ofEvery) + 1,
    to: Math.floor((of * to) / answer.ofEvery),
  }
}

/** Checks whether an appraisee has a place (是否参加排名): with a composite, and not disqualified by a veto. */
function mayRank({ own, prepared }: ComponentScores, composites: Composites, at: number): boolean {
  if (Number.isNaN(composites.points[at])) return false
  return !vetoEffects(own[at]!, prepared.scheme).some(effect => effect.kind === 'disqualify')
}

/** Makes a column comparable (可比的得分列): a missing component (R19 renormalise or zero) loses every tie, since NaN never compares. */
export function comparable(column: Float64Array): Float64Array {
  return column.some(Number.isNaN)
    ? column.map(value => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value))
    : column
}

/** Checks whether bands by place apply (名次段是否适用) to a ranking of so many. (R11) */
export function bandsApplyTo(
  id: string,
  of: number,
  answer: RulingAnswers['smallCohort'],
  decisions: readonly Decision[],
): Standing['bandsApply'] {
  const decided = decisions.find(decision => decision.kind === 'bandsApply' && decision.ranking === id)
  if (decided?.kind === 'bandsApply') return decided.apply ? 'yes' : 'no'
  if (answer.kind === 'share' || of >= answer.minimum || answer.below === 'apply') return 'yes'
  return 'undecided'
}

/** The edges of bands by place in one ranking (一个排名中名次段的边界), counted from either end. */
interface BandEdges {
  readonly bottom: readonly number[]
  readonly top: readonly number[]
}

/** Returns the edges of bands in a ranking of so many (一个排名的名次段边界). (R11) */
export function edgesIn(
  of: number,
  rules: readonly ConsequenceRule[],
  smallCohort: RulingAnswers['smallCohort'],
): BandEdges {
  const scaled = (from: 'fromBottom' | 'fromTop') =>
    bandEdges(rules, from).map(edge => bandInRanking(1, edge, of, smallCohort).to)
  return { bottom: scaled('fromBottom'), top: scaled('fromTop') }
}

/** Visits each run of tied members (逐个访问并列的一段): its positions, and the place, place from the bottom and crossing of an edge that they share. (R9) */
export function eachRun(
  { order, tied }: ScoreOrder,
  ties: RulingAnswers['ties'],
  { bottom, top }: BandEdges,
  visit: (start: number, end: number, place: number, fromBottom: number, acrossEdge: boolean) => void,
): void {
  const of = order.length
  let dense = 0
  for (let start = 0; start < of;) {
    let end = start + 1
    while (end < of && tied[end] === 1) end++
    dense += 1
    const crosses =
      end - start > 1 &&
      (bottom.some(edge => of - end < edge && of - start > edge) ||
        (ties.places === 'competition' && top.some(edge => start < edge && end > edge)))
    const fromBottom = ties.acrossEdge === 'heavier' ? of - end + 1 : of - start
    visit(start, end, ties.places === 'dense' ? dense : start + 1, fromBottom, crosses)
    start = end
  }
}

const NO_ONE: readonly string[] = []

function place(
  found: ScoreOrder,
  ranking: string,
  bandsApply: Standing['bandsApply'],
  scores: ComponentScores,
  ties: RulingAnswers['ties'],
  rules: readonly ConsequenceRule[],
  standings: (Standing | undefined)[],
): void {
  const { order, parted } = found
  const of = order.length
  const edges = edgesIn(of, rules, scores.prepared.rulings.answer('smallCohort'))
  eachRun(found, ties, edges, (start, end, ownPlace, fromBottom, acrossEdge) => {
    const isAlone = end - start === 1
    const members = isAlone ? NO_ONE : [...order.subarray(start, end)].map(at => scores.appraisees[at]!.unit)
    for (let position = start; position < end; position++) {
      const at = order[position]!
      const decided = decidedPlace(scores, at)
      standings[at] = {
        ranking,
        of,
        place: ownPlace,
        fromBottom: decided ?? fromBottom,
        tiedWith: isAlone ? NO_ONE : members.filter(unit => unit !== scores.appraisees[at]!.unit),
        brokenBy: breaker(parted, start, end, of, ties),
        acrossEdge,
        decided: decided !== undefined,
        bandsApply,
      }
    }
  })
}

/** Returns the tie-break that separated this run from a neighbour of the same composite, if any. */
function breaker(
  parted: Int8Array,
  start: number,
  end: number,
  of: number,
  ties: RulingAnswers['ties'],
): string | undefined {
  const below = end < of ? parted[end]! : parted[start]!
  return ties.breakBy[Math.max(parted[start]!, below) - 1]
}

/** Returns the place from the bottom that the committee set (决定的倒数名次), if any. (R9) */
export function decidedPlace({ own }: ComponentScores, at: number): number | undefined {
  const decision = own[at]!.decisions.find(one => one.kind === 'fromBottom')
  return decision?.kind === 'fromBottom' ? decision.place : undefined
}
