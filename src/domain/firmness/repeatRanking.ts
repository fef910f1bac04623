import type { ConsequenceRule } from '../scheme/consequenceRule.ts'
import type { RankedCycle } from '../score/appraiseCycle.ts'
import { meetsNow } from '../score/consequence/applyConsequences.ts'
import { vetoEffects } from '../score/composite/composeScores.ts'
import { orderByScore } from '../score/ranking/orderByScore.ts'
import { bandsApplyTo, comparable, decidedPlace, eachRun, edgesIn } from '../score/ranking/rankAppraisees.ts'
import { groupsOf } from '../score/scoreComponents.ts'
import type { CycleFacts } from '../year/facts/facts.ts'
import { prepareRedraws } from './prepareRedraws.ts'
import { randomNumbers } from './randomNumbers.ts'
import { redrawColumn } from './redrawColumn.ts'
import { composeDrawn } from './redrawComposites.ts'
import { drawSheets } from './redrawScore.ts'

/** So many repeats are drawn at once, unit after unit, whose tables are then at hand. */
const BLOCK = 16

/** The rankings of all repeats (各次重抽的排名): composites and places by appraisee, then repeat; NaN and 0 where there is none. */
export interface Repeats {
  readonly repeats: number
  readonly composites: Float64Array
  readonly places: Uint32Array
  /** In how many repeats each appraisee met each rule on places, by rule. */
  readonly bands: ReadonlyMap<string, Uint32Array>
  /** How many appraisees have answers or marks that are redrawn. */
  readonly redrawn: number
}

/** How much is redrawn (重抽办法): so many repeats, from a seed. */
export interface RepeatOptions {
  readonly repeats: number
  readonly seed: string
}

/**
 * Ranks the year anew many times (重抽排名), each with the survey's answers and the ballots redrawn. Rounding, composites,
 * ties and bands are the engine's own. `onRepeat` hears of each repeat. (R7-R11)
 */
export function repeatRanking(
  outcome: RankedCycle,
  facts: Pick<CycleFacts, 'sheets' | 'decisions'>,
  { repeats, seed }: RepeatOptions,
  onRepeat: (done: number) => void = () => {},
): Repeats {
  const { components: scores } = outcome
  const size = scores.appraisees.length
  const numbers = randomNumbers(seed)
  const redraws = prepareRedraws(scores, facts.sheets, BLOCK)
  const columns = scores.columns.map((column, at) => redrawColumn(scores, column, redraws[at]!, BLOCK))
  const compose = composeDrawn(scores, columns)
  const composites = new Float64Array(size * repeats)
  const places = new Uint32Array(size * repeats)
  const drawn = new Float64Array(size)
  const ranks = rankDrawn(outcome, facts.decisions)
  const breakBy = scores.prepared.rulings
    .answer('ties')
    .breakBy.map(id => columns.find(({ component }) => component.component.id === id)!)
  for (let begun = 0; begun < repeats; begun += BLOCK) {
    for (const { sheets } of redraws) for (const group of sheets) drawSheets(group, numbers)
    for (const column of columns) column.draw(numbers)
    for (let turn = 0; turn < Math.min(BLOCK, repeats - begun); turn++) {
      for (let at = 0; at < size; at++) {
        drawn[at] = compose(at, turn)
        composites[at * repeats + begun + turn] = drawn[at]!
      }
      const tieColumns = breakBy.map(({ points, stride }) =>
        points.subarray(turn * stride, turn * stride + size),
      )
      ranks.rank(drawn, tieColumns, (at, place) => (places[at * repeats + begun + turn] = place))
      onRepeat(begun + turn + 1)
    }
  }
  const touched = scores.appraisees.filter((_, at) => redraws.some(({ of }) => of[at] !== undefined))
  return { repeats, composites, places, bands: ranks.bands, redrawn: touched.length }
}

/** Lists the rules on places that an appraisee meets (符合的名次段). */
export function bandsMet(
  { components, ranking, scheme }: RankedCycle,
  at: number,
): readonly ConsequenceRule[] {
  const { rulings } = components.prepared
  const [smallCohort, ties] = [rulings.answer('smallCohort'), rulings.answer('ties')]
  return scheme.consequences.filter(
    rule => isBand(rule) && meetsNow(rule, ranking.standings[at], undefined, smallCohort, ties),
  )
}

/** Whether a rule is on places of this year alone. */
function isBand({ when, years }: ConsequenceRule): boolean {
  return when.by !== 'grade' && years === undefined
}

/** Ranks one repeat after another as the engine does, without making its standings; counts who meets which rule on places. */
function rankDrawn({ components: scores, scheme }: RankedCycle, decisions: CycleFacts['decisions']) {
  const { prepared, appraisees, own } = scores
  const [smallCohort, ties] = [prepared.rulings.answer('smallCohort'), prepared.rulings.answer('ties')]
  const rules = scheme.consequences.filter(isBand)
  const counts = rules.map(() => new Uint32Array(appraisees.length))
  const decided = appraisees.map((_, at) => decidedPlace(scores, at))
  const groups = [...groupsOf(prepared, appraisees)].map(([id, members]) => ({
    id,
    members: members.filter(
      at => !vetoEffects(own[at]!, scheme).some(effect => effect.kind === 'disqualify'),
    ),
  }))
  const rank = (
    composites: Float64Array,
    tieColumns: readonly Float64Array[],
    onPlace: (at: number, place: number) => void,
  ): void => {
    const columns = [composites, ...tieColumns].map(comparable)
    for (const { id, members } of groups) {
      const found = orderByScore(
        members.filter(at => !Number.isNaN(composites[at])),
        columns,
      )
      const of = found.order.length
      const bandsApply = bandsApplyTo(id, of, smallCohort, decisions)
      const edges = edgesIn(of, scheme.consequences, smallCohort)
      const [lowest, highest] = [Math.max(0, ...edges.bottom), Math.max(0, ...edges.top)]
      const standing = { of, place: 0, fromBottom: 0, acrossEdge: false, decided: false, bandsApply }
      eachRun(found, ties, edges, (start, end, place, last, acrossEdge) => {
        for (let position = start; position < end; position++) {
          const at = found.order[position]!
          onPlace(at, place)
          const fromBottom = decided[at] ?? last
          if (place > highest && fromBottom > lowest) continue
          Object.assign(standing, { place, fromBottom, acrossEdge, decided: decided[at] !== undefined })
          for (let rule = 0; rule < rules.length; rule++)
            if (meetsNow(rules[rule]!, standing, undefined, smallCohort, ties)) counts[rule]![at]!++
        }
      })
    }
  }
  return { rank, bands: new Map(rules.map(({ id }, at) => [id, counts[at]!])) }
}
