import { methodOf } from '../scheme/methods.ts'
import type { BallotScale } from '../scheme/ruling.ts'
import { componentScore } from '../score/componentScore.ts'
import { tallySheets } from '../score/debrief/tallySheets.ts'
import { voids, worthOf } from '../score/debrief/voidRules.ts'
import { isMissing } from '../score/missing.ts'
import type { PreparedComponent } from '../score/prepareScheme.ts'
import { type ComponentScores, decidedScore } from '../score/scoreComponents.ts'
import type { BallotSheet, CycleFacts } from '../year/facts/facts.ts'
import type { UnitFacts } from '../year/facts/unitFacts.ts'
import {
  type RedrawScore,
  redrawBallots,
  redrawSurvey,
  type SheetGroup,
  type SheetMarks,
} from './redrawScore.ts'

/** How the scores of one component are redrawn (一个分项的重抽): by appraisee, where they are, and the whole sheets that are drawn before. */
export interface ColumnRedraw {
  readonly of: readonly (RedrawScore | undefined)[]
  readonly sheets: readonly SheetGroup[]
}

/** Prepares how each component is redrawn (重抽的准备), in blocks of so many repeats. A missing score is not redrawn, nor a decided one, unless others are converted by it. */
export function prepareRedraws(
  { prepared, appraisees, own }: ComponentScores,
  sheets: CycleFacts['sheets'],
  block: number,
): readonly ColumnRedraw[] {
  return prepared.components.map(component => {
    const pool = poolSheets(prepared.rulings, component, sheets, block)
    const isFixed = (facts: UnitFacts) =>
      component.component.conversion === undefined &&
      decidedScore(facts, component.component.id) !== undefined
    const of = appraisees.map(({ unit, tier }, at) =>
      isFixed(own[at]!) || isMissing(componentScore(component, tier, own[at]!))
        ? undefined
        : redrawOf(prepared.rulings, component, tier, unit, own[at]!, pool),
    )
    return { of, sheets: pool.groups }
  })
}

type Rulings = ComponentScores['prepared']['rulings']

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
  block: number,
): SheetPool {
  const own = all.filter(sheet => sheet.component === component.id)
  if (own.length === 0) return NO_SHEETS
  const scale = rulings.answer('ballotScale', component.id)
  const sessions = new Map<string, BallotSheet[]>()
  for (const sheet of own) {
    if (scale.voids.some(rule => voids(rule, sheet.marks, scale.gradePoints))) continue
    const key = `${sheet.voterClass}\n${sheet.session}`
    const known = sessions.get(key)
    if (known === undefined) sessions.set(key, [sheet])
    else known.push(sheet)
  }
  const groups: SheetGroup[] = []
  const marks = new Map<string, SheetMarks[]>()
  for (const sheets of sessions.values()) {
    const group = { times: Array.from({ length: block }, () => new Uint16Array(sheets.length)) }
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
