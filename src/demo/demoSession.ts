import type { ClassVotes } from '../domain/year/facts/unitFacts.ts'
import type { BallotsMethod } from '../domain/scheme/component.ts'
import { dice, startOf, throwBelow } from './dice.ts'
import { PLANTED } from './planted.ts'

/** A debrief session (述职测评): its voters by class, determined by the session number alone. */
export interface DemoSession {
  readonly voters: readonly (readonly DemoVoter[])[]
}

/** A voter: their random state, and a deviation that cancels out within each class. */
export interface DemoVoter {
  readonly own: number
  readonly paired: number
}

/** A unit's level in the session, in percent of the full mark. */
interface DemoLevel {
  readonly mean: number
  readonly planted: boolean
}

/** Generates the voters of a session: 30 to 60, of all classes. (四（四）) */
export function demoSession(seed: number, number: number, classes: number): DemoSession {
  const state = startOf(seed ^ 0x0ba1107, number)
  const sizes = classSizes(30 + throwBelow(state, 0, 31), classes)
  let voter = 0
  const voters = sizes.map(size =>
    Array.from({ length: size }, (_, seat) => ({
      own: dice(state, 1 + voter++),
      paired: pairedDeviation(seat, size),
    })),
  )
  return { voters }
}

/** Returns a unit's level, exact for planted units. */
export function levelOf(index: number, quality: number): DemoLevel {
  const planted = PLANTED[index]?.debrief
  return { mean: planted ?? Math.round(81 + 14 * quality), planted: planted !== undefined }
}

/** Returns a voter's mark for a unit, in whole percent of the full mark. */
export function percentOf(level: DemoLevel, index: number, voter: DemoVoter): number {
  if (level.planted) return level.mean + voter.paired
  const severity = (voter.own % 9) - 4
  const noise = (dice(voter.own, index) % 7) - 3
  return Math.min(100, level.mean + severity + noise)
}

/** Converts a percentage to a mark, in thousandths. */
export function markOf(method: BallotsMethod, percent: number): number {
  return Math.round((method.full * percent) / 100)
}

/** Returns a unit's votes by voter class, equal to its marks on the ballot sheets but without generating the sheets. For marks in points and no void rules. */
export function votesOf(
  held: DemoSession,
  method: BallotsMethod,
  index: number,
  quality: number,
): ClassVotes[] {
  const level = levelOf(index, quality)
  return held.voters.map((voters, at) => ({
    voterClass: method.classes[at]!.id,
    marks: voters.map(voter => markOf(method, percentOf(level, index, voter))),
    voided: 0,
    abstained: 0,
  }))
}

function pairedDeviation(seat: number, size: number): number {
  const step = 1 + ((seat >>> 1) % 4)
  if (seat % 2 === 1) return -step
  return seat === size - 1 ? 0 : step
}

function classSizes(voters: number, classes: number): readonly number[] {
  const small = Math.max(1, Math.floor(voters / (classes + 2)))
  const sizes = Array.from({ length: classes }, (_, at) => small + at)
  sizes[classes - 1] = voters - sizes.slice(0, -1).reduce((sum, size) => sum + size, 0)
  return sizes
}
