import type { BallotMark, BallotSheet } from '../domain/year/facts/facts.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { BallotsMethod } from '../domain/scheme/component.ts'
import type { BallotScale } from '../domain/scheme/ruling.ts'
import type { Named } from '../domain/scheme/scheme.ts'
import { qualityOf } from './demoQuality.ts'
import { levelOf, markOf, percentOf, type DemoSession, type DemoVoter } from './demoSession.ts'
import { unitId } from './unitId.ts'

/** The ballot (测评票) of a session. */
interface DemoBallot {
  readonly component: string
  readonly session: string
  readonly method: BallotsMethod
  readonly scale: BallotScale | undefined
}

/** Generates all ballot sheets (测评票) of a session, each marking every unit heard (by index); all but a few voters keep within the void rules. (四（四）, R8) */
export function sheetsOf(
  seed: number,
  held: DemoSession,
  ballot: DemoBallot,
  units: readonly number[],
): BallotSheet[] {
  const { component, session, method } = ballot
  const heard = units.map(index => ({
    index,
    unit: unitId(index),
    level: levelOf(index, qualityOf(seed, index)),
  }))
  return held.voters.flatMap((voters, at) =>
    voters.map(voter => {
      const percents = heard.map(({ index, level }) => percentOf(level, index, voter))
      const kept = voter.own % 23 === 0 ? percents : withinLimits(percents, ballot)
      const marks = kept.map((percent, place) => oneMark(ballot, heard[place]!.unit, percent, voter))
      return { component, session, voterClass: method.classes[at]!.id, marks }
    }),
  )
}

/** Limits the high marks of a voter: the best units keep them, the others get slightly less. */
function withinLimits(percents: readonly number[], { method, scale }: DemoBallot): readonly number[] {
  const limit = scale?.voids.find(rule => rule.kind === 'tooManyHigh')
  if (limit === undefined) return percents
  const high = (limit.atLeast / (method.full || 1)) * 100
  const best = percents
    .map((_, at) => at)
    .sort((one, other) => percents[other]! - percents[one]! || one - other)
  const kept = new Set(best.slice(0, limit.moreThan))
  return percents.map((percent, at) => (kept.has(at) || percent < high ? percent : high - 1))
}

function oneMark({ method, scale }: DemoBallot, unit: string, percent: number, voter: DemoVoter): BallotMark {
  if (method.marks === 'points') return { unit, points: markOf(method, percent) as Points }
  const grades = method.grades.filter(grade => scale?.gradePoints?.[grade.id] !== null)
  const abstention = method.grades.find(grade => scale?.gradePoints?.[grade.id] === null)
  if (abstention !== undefined && (voter.own >>> 8) % 29 === percent % 29)
    return { unit, grade: abstention.id }
  return { unit, grade: nearestGrade(grades, percent).id }
}

/** Returns the grade for a percentage; grades are listed best first: 90 and above, 78, 66, below. */
function nearestGrade(grades: readonly Named[], percent: number): Named {
  const rank = [90, 78, 66].findIndex(least => percent >= least)
  return grades[rank === -1 ? grades.length - 1 : Math.min(rank, grades.length - 1)]!
}
