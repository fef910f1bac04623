import type { Fraction } from '../kernel/fraction.ts'
import { methodOf } from '../scheme/methods.ts'
import type { ConsequenceRule } from '../scheme/consequenceRule.ts'
import type { CycleOutcome } from '../score/appraiseCycle.ts'
import { componentScore } from '../score/componentScore.ts'
import { composeScores, listedPoints } from '../score/composite/composeScores.ts'
import { meetsNow } from '../score/consequence/applyConsequences.ts'
import { tallySheets } from '../score/debrief/tallySheets.ts'
import { voids, worthOf } from '../score/debrief/voidRules.ts'
import { isMissing, type MissingReason } from '../score/missing.ts'
import { rankAppraisees } from '../score/ranking/rankAppraisees.ts'
import type { PreparedComponent } from '../score/prepareScheme.ts'
import { type ComponentColumn, finishColumn } from '../score/scoreComponents.ts'
import type { BallotScale } from '../scheme/ruling.ts'
import type { BallotSheet, CycleFacts } from '../year/facts/facts.ts'
import type { UnitFacts } from '../year/facts/unitFacts.ts'
import { type RandomNumbers, randomNumbers } from './randomNumbers.ts'
import {
  drawSheets,
  type RedrawScore,
  redrawBallots,
  redrawSurvey,
  type SheetGroup,
  type SheetMarks,
} from './redrawScore.ts'

/** So many repeats are drawn at once. */
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
 * Ranks the year anew many times (重抽排名), each with the survey's answers and the ballots redrawn. Scores, composites,
 * ties and bands come from the engine itself. `onRepeat` hears of each repeat. (R7-R11)
 */
export function repeatRanking(
  outcome: CycleOutcome,
  facts: Pick<CycleFacts, 'sheets' | 'decisions'>,
  { repeats, seed }: RepeatOptions,
  onRepeat: (done: number) => void = () => {},
): Repeats {
  const { components: scores, scheme } = outcome
  const { prepared, appraisees } = scores
  const numbers = randomNumbers(seed)
  const redraws = scores.columns.map(column => redrawsOf(outcome, column, facts.sheets))
  const listed = listedPoints(scores)
  const composites = new Float64Array(appraisees.length * repeats)
  const places = new Uint32Array(appraisees.length * repeats)
  const rules = scheme.consequences.filter(isBand)
  const bands = new Map(rules.map(({ id }) => [id, new Uint32Array(appraisees.length)]))
  const [smallCohort, ties] = [prepared.rulings.answer('smallCohort'), prepared.rulings.answer('ties')]
  for (let begun = 0; begun < repeats; begun += BLOCK) {
    const blocks = redraws.map(redraw => redraw.block(numbers))
    for (let turn = 0; turn < Math.min(BLOCK, repeats - begun); turn++) {
      const drawn = { ...scores, columns: blocks.map(columnAt => columnAt(turn)) }
      const composed = composeScores(drawn, listed)
      const { standings } = rankAppraisees(drawn, composed, facts.decisions)
      for (let at = 0; at < appraisees.length; at++) {
        const standing = standings[at]
        const place = at * repeats + begun + turn
        composites[place] = composed.points[at]!
        places[place] = standing?.place ?? 0
        for (const rule of rules)
          if (meetsNow(rule, standing, undefined, smallCohort, ties)) bands.get(rule.id)![at]!++
      }
      onRepeat(begun + turn + 1)
    }
  }
  const touched = appraisees.filter((_, at) => redraws.some(({ of }) => of[at] !== undefined))
  return { repeats, composites, places, bands, redrawn: touched.length }
}

/** Lists the rules on places that an appraisee meets (符合的名次段). */
export function bandsMet(
  { components, ranking, scheme }: CycleOutcome,
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

interface ColumnRedraw {
  /** How each appraisee's score is redrawn, where it is. */
  readonly of: readonly (RedrawScore | undefined)[]
  /** Redraws the column for a block of repeats; unit after unit, whose tables are then at hand. */
  readonly block: (numbers: RandomNumbers) => (turn: number) => ComponentColumn
}

function redrawsOf(
  { components: { prepared, appraisees, own } }: CycleOutcome,
  column: ComponentColumn,
  sheets: CycleFacts['sheets'],
): ColumnRedraw {
  const { component } = column
  const pool = poolSheets(prepared.rulings, component, sheets)
  const scored = appraisees.map(({ tier }, at) => componentScore(component, tier, own[at]!))
  const of = appraisees.map(({ unit, tier }, at) =>
    isMissing(scored[at]!) ? undefined : redrawOf(prepared.rulings, component, tier, unit, own[at]!, pool),
  )
  if (of.every(redraw => redraw === undefined)) return { of, block: () => () => column }
  const given = scored.map((score): Fraction | undefined => (isMissing(score) ? undefined : score))
  const missing = scored.map((score): MissingReason | undefined =>
    isMissing(score) ? score.missing : undefined,
  )
  return {
    of,
    block: numbers => {
      for (const group of pool.groups) drawSheets(group, numbers)
      const exact = Array.from({ length: BLOCK }, () => given.slice())
      of.forEach((redraw, at) => {
        if (redraw === undefined) return
        for (let turn = 0; turn < BLOCK; turn++) exact[turn]![at] = redraw(numbers, turn)
      })
      return turn => finishColumn(prepared, component, appraisees, own, exact[turn]!, missing.slice())
    },
  }
}

type Rulings = CycleOutcome['components']['prepared']['rulings']

function redrawOf(
  rulings: Rulings,
  { component }: PreparedComponent,
  tier: string,
  unit: string,
  { surveys, votes }: UnitFacts,
  pool: SheetPool,
): RedrawScore | undefined {
  const method = methodOf(component, tier)
  if (method?.kind === 'survey') {
    const tallies = surveys.filter(tally => tally.component === component.id)
    return redrawSurvey(tallies, method, rulings.answer('surveyScale', component.id))
  }
  if (method?.kind !== 'ballots') return undefined
  const scale = rulings.answer('ballotScale', component.id)
  const own = votes.get(component.id) ?? []
  return redrawBallots(component, method, scale, own, one =>
    own.indexOf(one) < pool.countOf(unit) ? pool.marksOf(unit, one.voterClass) : undefined,
  )
}

interface SheetPool {
  readonly groups: readonly SheetGroup[]
  /** The marks of a unit on whole sheets of a class. */
  readonly marksOf: (unit: string, voterClass: string) => readonly SheetMarks[]
  /** How many of a unit's votes, the first ones, come from whole sheets. */
  readonly countOf: (unit: string) => number
}

const NO_SHEETS: SheetPool = { groups: [], marksOf: () => [], countOf: () => 0 }

/** Pools the valid whole sheets of a component by session and class. */
function poolSheets(
  rulings: Rulings,
  { component }: PreparedComponent,
  all: CycleFacts['sheets'],
): SheetPool {
  const own = all.filter(sheet => sheet.component === component.id)
  if (own.length === 0) return NO_SHEETS
  const scale = rulings.answer('ballotScale', component.id)
  const sessions = new Map<string, BallotSheet[]>()
  for (const sheet of own) {
    if (scale.voids.some(rule => voids(rule, sheet.marks, scale.gradePoints))) continue
    const key = `${sheet.voterClass}\n${sheet.session}`
    sessions.set(key, [...(sessions.get(key) ?? []), sheet])
  }
  const groups: SheetGroup[] = []
  const marks = new Map<string, SheetMarks[]>()
  for (const sheets of sessions.values()) {
    const group = { times: Array.from({ length: BLOCK }, () => new Uint16Array(sheets.length)) }
    groups.push(group)
    for (const [unit, found] of marksByUnit(sheets, scale)) {
      const key = `${sheets[0]!.voterClass}\n${unit}`
      marks.set(key, [...(marks.get(key) ?? []), { group, marks: found }])
    }
  }
  const tallied = tallySheets(own, scale)
  return {
    groups,
    marksOf: (unit, voterClass) => marks.get(`${voterClass}\n${unit}`) ?? [],
    countOf: unit => tallied.get(unit)?.length ?? 0,
  }
}

function marksByUnit(
  sheets: readonly BallotSheet[],
  { gradePoints }: BallotScale,
): ReadonlyMap<string, Float64Array> {
  const byUnit = new Map<string, Float64Array>()
  sheets.forEach((sheet, at) => {
    for (const mark of sheet.marks) {
      const known = byUnit.get(mark.unit) ?? new Float64Array(sheets.length).fill(Number.NaN)
      byUnit.set(mark.unit, known)
      known[at] = worthOf(mark, gradePoints) ?? Number.NaN
    }
  })
  return byUnit
}
