import { points } from '../kernel/points.ts'
import type { BallotsMethod, Component, SurveyMethod } from '../scheme/component.ts'
import type { BallotScale, SurveyScale } from '../scheme/ruling.ts'
import { classesScored, trimmedOff } from '../score/debrief/scoreBallots.ts'
import type { ClassVotes } from '../year/facts/unitFacts.ts'
import type { SurveyTally } from '../year/facts/facts.ts'
import { drawBelow, type RandomNumbers } from './randomNumbers.ts'
import { redrawnSum } from './redrawnSum.ts'
import { commonDivisor } from './wholeNumbers.ts'

/** A ratio of two whole numbers (整数之比) that each draw writes anew, so that millions of draws need no memory. */
export interface DrawnRatio {
  num: number
  den: number
}

/** Redraws a score (重抽得分) before conversion and rounding; `turn` is the repeat of a block, by which whole sheets were drawn before. */
export type RedrawScore = (numbers: RandomNumbers, turn: number, into: DrawnRatio) => void

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
export function drawSheets({ times }: SheetGroup, numbers: RandomNumbers): void {
  for (const drawn of times) drawTimes(drawn, numbers)
}

function drawTimes(times: Uint16Array, numbers: RandomNumbers): void {
  times.fill(0)
  const size = times.length
  for (let left = size; left > 0; left--) times[drawBelow(numbers, size)]!++
}

/** Returns how the survey score of a unit is redrawn (民意调查重抽): the scored answers of each group, so many of so many. Nothing where there is no scored answer. (R7) */
export function redrawSurvey(
  tallies: readonly SurveyTally[],
  method: SurveyMethod,
  scale: SurveyScale,
): RedrawScore | undefined {
  const means = method.groups.flatMap(group => {
    const values = tallies
      .filter(tally => tally.group === group.id)
      .flatMap(({ answers }) =>
        Object.entries(answers).flatMap(([answer, count]) => {
          const worth = scale.points[answer] ?? null
          return worth === null ? [] : new Array<number>(count).fill(worth)
        }),
      )
    return values.length === 0 ? [] : [{ weight: points(scale.weights[group.id] ?? 0), mean: meanOf(values) }]
  })
  return combine(means, 1, 1)
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
  return combine(parts, component.base, method.full)
}

/** Redraws a mean: the sum of the marks, and how many they are. */
type RedrawnMean = RedrawScore

function meanOf(values: readonly number[]): RedrawnMean {
  const sum = redrawnSum(values)
  return (numbers, _, into) => {
    into.num = sum(numbers)
    into.den = values.length
  }
}

function redrawnMean(
  from: readonly ClassVotes[],
  scale: BallotScale,
  sheetsOf: (votes: ClassVotes) => readonly SheetMarks[] | undefined,
): RedrawnMean {
  const own = from.filter(votes => sheetsOf(votes) === undefined).flatMap(({ marks }) => marks)
  const sheets = from.flatMap(votes => sheetsOf(votes) ?? [])
  const size = from.reduce((sum, { marks }) => sum + marks.length, 0)
  if (sheets.length === 0 && trimmedOff(size, scale) === 0) return meanOf(own)
  if (own.length === 0 && scale.trim === undefined) return meanOfSheets(from, sheets)
  const single: SheetMarks = {
    group: { times: [new Uint16Array(own.length)] },
    marks: Float64Array.from(own),
  }
  const { marks, sources } = pool([single, ...sheets])
  const times = new Uint16Array(marks.length)
  const asCounted = { num: 0, den: 0 }
  sumKept(marks, times.fill(1), scale, asCounted)
  return (numbers, turn, into) => {
    if (own.length > 0) drawSheets(single.group, numbers)
    for (const { group, slots } of sources) {
      const drawn = group === single.group ? group.times[0]! : group.times[turn]!
      for (let sheet = 0; sheet < slots.length; sheet++) {
        const slot = slots[sheet]!
        if (slot >= 0) times[slot] = drawn[sheet]!
      }
    }
    sumKept(marks, times, scale, into)
    // Only abstentions were drawn: nothing says what such voters would have given.
    if (into.den === 0) Object.assign(into, asCounted)
  }
}

/** Redraws the mean of whole sheets, none trimmed off: the most usual by far, and therefore apart. */
function meanOfSheets(from: readonly ClassVotes[], sheets: readonly SheetMarks[]): RedrawnMean {
  const all = from.flatMap(({ marks }) => marks)
  const sources = sheets.map(({ group, marks }) => ({
    group,
    marks: marks.map(mark => (Number.isNaN(mark) ? 0 : mark)),
    absent: [...marks].flatMap((mark, sheet) => (Number.isNaN(mark) ? [sheet] : [])),
  }))
  const asCounted = { num: all.reduce((sum, mark) => sum + mark, 0), den: all.length }
  return (_, turn, into) => {
    let [sum, count] = [0, 0]
    for (const { group, marks, absent } of sources) {
      const drawn = group.times[turn]!
      for (let sheet = 0; sheet < marks.length; sheet++) sum += drawn[sheet]! * marks[sheet]!
      count += marks.length
      for (const sheet of absent) count -= drawn[sheet]!
    }
    // Only abstentions were drawn: nothing says what such voters would have given.
    into.num = count === 0 ? asCounted.num : sum
    into.den = count === 0 ? asCounted.den : count
  }
}

/** Pools the marks in rising order; `slots` says for each sheet of a source where its mark lies, −1 where it has none. */
function pool(from: readonly SheetMarks[]) {
  const rising = from
    .flatMap(({ marks }, source) => [...marks].map((mark, sheet) => ({ source, sheet, mark })))
    .filter(({ mark }) => !Number.isNaN(mark))
    .toSorted((one, other) => one.mark - other.mark)
  const sources = from.map(({ group, marks }) => ({ group, slots: new Int32Array(marks.length).fill(-1) }))
  rising.forEach(({ source, sheet }, slot) => (sources[source]!.slots[sheet] = slot))
  return { marks: Float64Array.from(rising, ({ mark }) => mark), sources }
}

/** Sums the marks, which rise, each so many times, less those trimmed off at both ends. */
function sumKept(marks: Float64Array, times: Uint16Array, scale: BallotScale, into: DrawnRatio): void {
  let [sum, count] = [0, 0]
  for (let at = 0; at < marks.length; at++) {
    sum += times[at]! * marks[at]!
    count += times[at]!
  }
  const dropped = trimmedOff(count, scale)
  for (let left = dropped, at = 0; left > 0; at++) {
    const gone = Math.min(left, times[at]!)
    sum -= gone * marks[at]!
    left -= gone
  }
  for (let left = dropped, at = marks.length - 1; left > 0; at--) {
    const gone = Math.min(left, times[at]!)
    sum -= gone * marks[at]!
    left -= gone
  }
  into.num = sum
  into.den = count - 2 * dropped
}

function combine(
  parts: readonly { readonly weight: number; readonly mean: RedrawnMean }[],
  base: number,
  full: number,
): RedrawScore | undefined {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return undefined
  // In lowest terms, so that the sums stay within safe whole numbers.
  const light = parts.map(({ weight }) => weight).reduce(commonDivisor, 0)
  const scale = commonDivisor(base, full)
  const above = base / scale
  const below = (full / scale) * (total / light)
  const shared = commonDivisor(above, below)
  const [num, den] = [above / shared, below / shared]
  return (numbers, turn, into) => {
    let [sum, size] = [0, 1]
    for (const { weight, mean } of parts) {
      mean(numbers, turn, into)
      sum = sum * into.den + (weight / light) * into.num * size
      size *= into.den
    }
    into.num = sum * num
    into.den = size * den
  }
}
