import type { ClassVotes } from '../domain/year/facts/unitFacts.ts'
import type { BallotsMethod } from '../domain/scheme/component.ts'
import { dice, startOf, throwBelow } from './dice.ts'
import { PLANTED } from './planted.ts'

/** 一场述职测评: its voters by class, known from the number of the session alone. */
export interface DemoSession {
  readonly voters: readonly (readonly DemoVoter[])[]
}

/** 投票人: their own throw, and a deviation that cancels out inside each class. */
export interface DemoVoter {
  readonly own: number
  readonly paired: number
}

/** 一个单位在会场上的水平, in percent of the full mark. */
export interface DemoLevel {
  readonly mean: number
  readonly planted: boolean
}

/** 一场会议的投票人: 30 to 60 of all classes. (四（四）) */
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

/** 一个单位的水平, of planted units known exactly. */
export function levelOf(index: number, quality: number): DemoLevel {
  const planted = PLANTED[index]?.debrief
  return { mean: planted ?? Math.round(81 + 14 * quality), planted: planted !== undefined }
}

/** 一个投票人对一个单位的评价, in whole percent of the full mark. */
export function percentOf(level: DemoLevel, index: number, voter: DemoVoter): number {
  if (level.planted) return level.mean + voter.paired
  const severity = (voter.own % 9) - 4
  const noise = (dice(voter.own, index) % 7) - 3
  return Math.min(100, level.mean + severity + noise)
}

/** 评价折成分数, in thousandths. */
export function markOf(method: BallotsMethod, percent: number): number {
  return Math.round((method.full * percent) / 100)
}

/** 一个单位得到的评价 by voter class, the same as its marks on the sheets, without the sheets. For marks in points and no void rules. */
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
