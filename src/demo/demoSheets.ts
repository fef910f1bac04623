import type { BallotMark, BallotSheet } from '../domain/cycle/facts.ts'
import type { ClassVotes } from '../domain/cycle/unitFacts.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { BallotsMethod } from '../domain/scheme/component.ts'
import { qualityOf } from './demoQuality.ts'
import { dice, startOf, throwBelow } from './dice.ts'
import { PLANTED } from './planted.ts'
import { unitId } from './unitId.ts'

/** 一场述职测评: its voters by class, known from the number of the session alone. */
export interface DemoSession {
  readonly voters: readonly (readonly DemoVoter[])[]
}

/** 投票人: their own throw, and a deviation that cancels out inside each class. */
interface DemoVoter {
  readonly own: number
  readonly paired: number
}

/** 一场会议的投票人: 30 to 60 of all classes. (四（四）) */
export function demoSession(seed: number, number: number, classes: number): DemoSession {
  const state = startOf(seed ^ 0x0ba1107, number)
  const sizes = classSizes(30 + throwBelow(state, 0, 31), classes)
  let voter = 0
  const voters = sizes.map(size =>
    Array.from({ length: size }, (_, seat) => ({ own: dice(state, 1 + voter++), paired: pairedDeviation(seat, size) })),
  )
  return { voters }
}

/** 一场会议的全部测评票, each marking every unit heard (by index). */
export function sheetsOf(
  seed: number,
  held: DemoSession,
  component: string,
  session: string,
  method: BallotsMethod,
  units: readonly number[],
): BallotSheet[] {
  const heard = units.map(index => ({ index, unit: unitId(index), level: levelOf(index, qualityOf(seed, index)) }))
  return held.voters.flatMap((voters, at) =>
    voters.map(voter => ({
      component,
      session,
      voterClass: method.classes[at]!.id,
      marks: heard.map(({ index, unit, level }) => oneMark(method, unit, percentOf(level, index, voter))),
    })),
  )
}

/** 一个单位得到的评价 by voter class, the same as its marks on the sheets, without the sheets. Points only. */
export function votesOf(held: DemoSession, method: BallotsMethod, index: number, quality: number): ClassVotes[] {
  const level = levelOf(index, quality)
  return held.voters.map((voters, at) => {
    const marks = voters.map(voter => pointsOf(method, percentOf(level, index, voter)))
    return { voterClass: method.classes[at]!.id, marks, voided: 0, abstained: 0 }
  })
}

function pointsOf(method: BallotsMethod, percent: number): number {
  return Math.round((method.full * percent) / 100)
}

interface Level {
  readonly mean: number
  readonly planted: boolean
}

function levelOf(index: number, quality: number): Level {
  const planted = PLANTED[index]?.debrief
  return { mean: planted ?? Math.round(81 + 14 * quality), planted: planted !== undefined }
}

function percentOf(level: Level, index: number, voter: DemoVoter): number {
  if (level.planted) return level.mean + voter.paired
  const severity = (voter.own % 9) - 4
  const noise = (dice(voter.own, index) % 7) - 3
  return Math.min(100, level.mean + severity + noise)
}

function oneMark(method: BallotsMethod, unit: string, percent: number): BallotMark {
  if (method.marks === 'points') return { unit, points: pointsOf(method, percent) as Points }
  const rank = [88, 78, 66].findIndex(least => percent >= least)
  const grade = method.grades[rank === -1 ? method.grades.length - 1 : Math.min(rank, method.grades.length - 1)]!
  return { unit, grade: grade.id }
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
