import { by, type Fraction, over, plus, ratio, whole } from '../kernel/fraction.ts'
import { points } from '../kernel/points.ts'
import type { BallotsMethod, Component, SurveyMethod } from '../scheme/component.ts'
import type { BallotScale, SurveyScale } from '../scheme/ruling.ts'
import { classesScored, trimmedOff } from '../score/debrief/scoreBallots.ts'
import type { ClassVotes } from '../year/facts/unitFacts.ts'
import type { SurveyTally } from '../year/facts/facts.ts'
import { drawBelow, type RandomNumbers } from './randomNumbers.ts'
import { redrawnSum } from './redrawnSum.ts'

/** A redrawn score (重抽后的得分) before conversion and rounding; `turn` is the repeat of a block, by which whole sheets were drawn before. */
export type RedrawScore = (numbers: RandomNumbers, turn: number) => Fraction

/** The valid sheets of one session and class (一组整张票), drawn once a repeat for all units on them. */
export interface SheetGroup {
  /** How often each sheet is drawn, by repeat of the block. */
  readonly times: readonly Uint16Array[]
}

/** The marks of one unit on whole sheets (整张票上的评价), by sheet; NaN where there is none. */
export interface SheetMarks {
  readonly group: SheetGroup
  readonly marks: Float64Array
}

/** Draws the sheets of a block of repeats anew (重抽整张票). */
export function drawSheets(group: SheetGroup, numbers: RandomNumbers): void {
  for (const times of group.times) {
    times.fill(0)
    for (let left = times.length; left > 0; left--) times[drawBelow(numbers, times.length)]!++
  }
}

/** Returns how the survey score of a unit is redrawn (民意调查重抽): the scored answers of each group, so many of so many. Nothing where there is no scored answer. (R7) */
export function redrawSurvey(
  tallies: readonly SurveyTally[],
  method: SurveyMethod,
  scale: SurveyScale,
): RedrawScore | undefined {
  const parts = method.groups.flatMap(group => {
    const values = tallies
      .filter(tally => tally.group === group.id)
      .flatMap(({ answers }) =>
        Object.entries(answers).flatMap(([answer, count]) => {
          const worth = scale.points[answer] ?? null
          return worth === null ? [] : new Array<number>(count).fill(worth)
        }),
      )
    return values.length === 0 ? [] : [{ weight: points(scale.weights[group.id] ?? 0), values }]
  })
  const means = parts.map(({ weight, values }) => {
    const sum = redrawnSum(values)
    return { weight, mean: (numbers: RandomNumbers) => ratio(sum(numbers), values.length) }
  })
  return combine(means, whole(1))
}

/** Returns how the ballot score of a unit is redrawn (测评票重抽): whole sheets where they are known, else the marks of each class. Nothing without a valid mark. (R8) */
export function redrawBallots(
  component: Component,
  method: BallotsMethod,
  scale: BallotScale,
  votes: readonly ClassVotes[],
  sheetsOf: (votes: ClassVotes) => readonly SheetMarks[] | undefined,
): RedrawScore | undefined {
  const parts = classesScored(votes, method, scale).map(({ weight, from }) => ({
    weight,
    mean: redrawnMean(from, scale, sheetsOf),
  }))
  return combine(parts, ratio(component.base, method.full))
}

type RedrawnMean = RedrawScore

function redrawnMean(
  from: readonly ClassVotes[],
  scale: BallotScale,
  sheetsOf: (votes: ClassVotes) => readonly SheetMarks[] | undefined,
): RedrawnMean {
  const own = from.filter(votes => sheetsOf(votes) === undefined).flatMap(({ marks }) => marks)
  const sheets = from.flatMap(votes => sheetsOf(votes) ?? [])
  const size = from.reduce((sum, { marks }) => sum + marks.length, 0)
  if (sheets.length === 0 && trimmedOff(size, scale) === 0) {
    const sum = redrawnSum(own)
    return numbers => ratio(sum(numbers), size)
  }
  const asCounted = trimmedMean(Float64Array.from(from.flatMap(({ marks }) => marks)), scale)
  if (own.length === 0 && scale.trim === undefined)
    return (_, turn) => {
      let [sum, count] = [0, 0]
      for (const { group, marks } of sheets) {
        const drawn = group.times[turn]!
        for (let sheet = 0; sheet < marks.length; sheet++) {
          const times = drawn[sheet]!
          const mark = marks[sheet]!
          // NaN equals nothing, itself included.
          if (times === 0 || mark !== mark) continue
          sum += times * mark
          count += times
        }
      }
      return count === 0 ? asCounted : ratio(sum, count)
    }
  const all = new Float64Array(own.length + sheets.reduce((sum, { marks }) => sum + marks.length, 0))
  return (numbers, turn) => {
    let count = 0
    for (let left = own.length; left > 0; left--) all[count++] = own[drawBelow(numbers, own.length)]!
    for (const { group, marks } of sheets) {
      marks.forEach((mark, sheet) => {
        if (Number.isNaN(mark)) return
        for (let left = group.times[turn]![sheet]!; left > 0; left--) all[count++] = mark
      })
    }
    // Only abstentions were drawn: nothing says what such voters would have given.
    return count === 0 ? asCounted : trimmedMean(all.subarray(0, count), scale)
  }
}

function trimmedMean(marks: Float64Array, scale: BallotScale): Fraction {
  const dropped = trimmedOff(marks.length, scale)
  const kept = dropped === 0 ? marks : marks.sort().subarray(dropped, marks.length - dropped)
  let sum = 0
  for (const mark of kept) sum += mark
  return ratio(sum, kept.length)
}

function combine(
  parts: readonly { readonly weight: number; readonly mean: RedrawnMean }[],
  scaled: Fraction,
): RedrawScore | undefined {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return undefined
  // In lowest terms, so that the exact sums stay plain numbers.
  const divisor = parts.map(({ weight }) => weight).reduce(greatestCommon, 0)
  const factor = lowest(over(scaled, whole(weights / divisor)))
  const light = parts.map(({ weight, mean }) => ({ weight: whole(weight / divisor), mean }))
  const isPlain = factor.num === 1 && factor.den === 1
  return (numbers, turn) => {
    let sum: Fraction | undefined
    for (const { weight, mean } of light) {
      const part = by(mean(numbers, turn), weight)
      sum = sum === undefined ? part : plus(sum, part)
    }
    return isPlain ? sum! : by(sum!, factor)
  }
}

function lowest({ num, den }: Fraction): Fraction {
  const divisor = greatestCommon(Number(num), Number(den))
  return ratio(Number(num) / divisor, Number(den) / divisor)
}

function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other)
}
