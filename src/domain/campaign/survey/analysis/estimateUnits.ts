import { changeOfMean, meanFunnelBounds } from '../figures/compareMeans.ts'
import type { Interval } from '../figures/interval.ts'
import { combineMeans, type MeanEstimate, meanInterval, tallyMean } from '../figures/weightedMean.ts'
import { scaleOfWorth, scoredQuestionOf, type SurveyData } from './surveyData.ts'

/** Counts of the scored answers of a group about a unit (一类对象的答案汇总). */
export interface GroupTally {
  readonly unit: string
  readonly group: string
  readonly answers: Readonly<Record<string, number>>
}

/** The estimate of a unit (一个单位的估计): its mean with interval, against what chance alone does, and against last year. */
interface UnitEstimate {
  readonly unit: string
  readonly name: string
  /** Scored answers. */
  readonly valid: number
  /** Absent where a group has too few answers. */
  readonly mean?: Interval
  /** Whether it differs from all by more than chance: outside the 99.8 % bounds. */
  readonly chance?: 'over' | 'under'
  readonly change?: Interval
  /** The mean with each group weighed by its people; absent where they are not counted. */
  readonly byPeople?: number
}

/** All units with the mean of all and the bounds of chance by number of answers (各单位估计). */
interface UnitEstimates {
  readonly units: readonly UnitEstimate[]
  readonly mean?: number
  readonly bounds: readonly { readonly answers: number; readonly low: number; readonly high: number }[]
}

/** Estimates the units (估计各单位): groups weighed as R7 says, the interval by the finite population. */
export function estimateUnits(data: SurveyData, before: readonly GroupTally[] = []): UnitEstimates {
  const scored = scoredQuestionOf(data)
  const now = tallies(data, scored ?? '')
  const last = new Map<string, Map<string, Readonly<Record<string, number>>>>()
  for (const { unit, group, answers } of before) {
    const groups = last.get(unit) ?? new Map<string, Readonly<Record<string, number>>>()
    last.set(unit, groups.set(group, answers))
  }
  const scale = scaleOfWorth(data.worth)
  const byPeople = { ...data, weighsPeople: true }
  const found = data.units.map(unit => ({
    unit,
    valid: sumOf([...(now.get(unit.id)?.values() ?? [])].map(tally => validOf(data, tally))),
    estimate: combined(data, unit.id, now.get(unit.id)),
    earlier: combined(data, unit.id, last.get(unit.id)),
  }))
  const known = found.filter(one => one.estimate !== undefined)
  if (known.length === 0)
    return { units: found.map(({ unit, valid }) => ({ unit: unit.id, name: unit.name, valid })), bounds: [] }
  const target = sumOf(known.map(({ estimate }) => estimate!.mean)) / known.length
  const of = { target, variance: spreadOf(data, now), ...scale }
  const units = found.map(({ unit, valid, estimate, earlier }): UnitEstimate => {
    if (estimate === undefined) return { unit: unit.id, name: unit.name, valid }
    const { alarm } = meanFunnelBounds(of, estimate.size)
    return {
      unit: unit.id,
      name: unit.name,
      valid,
      mean: meanInterval(estimate, scale),
      chance: estimate.mean > alarm.high ? 'over' : estimate.mean < alarm.low ? 'under' : undefined,
      change: earlier === undefined ? undefined : changeOfMean(estimate, earlier),
      byPeople: combined(byPeople, unit.id, now.get(unit.id))?.mean,
    }
  })
  const sizes = known.map(({ estimate }) => estimate!.size)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const bounds = Array.from({ length: 30 }, (_, at) => {
    const answers = Math.max(1, Math.round(least * 0.8 + ((most * 1.05 - least * 0.8) * at) / 29))
    return { answers, ...meanFunnelBounds(of, answers).alarm }
  })
  return { units, mean: target, bounds }
}

/** Counts the answers to a question by unit and group (汇总一题的答案). */
export function tallies(
  { answers }: Pick<SurveyData, 'answers'>,
  question: string,
): Map<string, Map<string, Record<string, number>>> {
  const counts = new Map<string, Map<string, Record<string, number>>>()
  for (const { unit, group, answers: given, times } of answers) {
    const answer = given[question]
    if (answer === undefined) continue
    const groups = counts.get(unit) ?? new Map<string, Record<string, number>>()
    counts.set(unit, groups)
    const tally = groups.get(group) ?? {}
    groups.set(group, tally)
    tally[answer] = (tally[answer] ?? 0) + times
  }
  return counts
}

/** Combines the groups of a unit (合并各类对象的平均分), weighed as R7 says; nothing where one that answered has too few. */
export function combined(
  data: SurveyData & { readonly weighsPeople?: boolean },
  unit: string,
  groups: ReadonlyMap<string, Readonly<Record<string, number>>> | undefined,
): MeanEstimate | undefined {
  if (groups === undefined) return undefined
  const estimates = data.groups.flatMap(({ id, weight }) => {
    const tally = groups.get(id)
    if (tally === undefined) return []
    const counts = Object.entries(tally).map(([answer, count]) => ({
      points: data.worth[answer] ?? null,
      count,
    }))
    const people = data.populations.get(`${unit} ${id}`)
    const estimate = tallyMean(counts, people)
    return estimate === undefined
      ? []
      : [{ weight: data.weighsPeople ? (people ?? Number.NaN) : weight, estimate }]
  })
  return estimates.some(({ estimate }) => estimate.size < data.least) ? undefined : combineMeans(estimates)
}

function validOf({ worth }: SurveyData, tally: Readonly<Record<string, number>>): number {
  return sumOf(
    Object.entries(tally).map(([answer, count]) => (typeof worth[answer] === 'number' ? count : 0)),
  )
}

/** The variance of single scored answers in all units. */
function spreadOf({ worth }: SurveyData, counts: ReturnType<typeof tallies>): number {
  let [size, sum, squares] = [0, 0, 0]
  for (const groups of counts.values())
    for (const tally of groups.values())
      for (const [answer, count] of Object.entries(tally)) {
        const points = worth[answer]
        if (typeof points !== 'number') continue
        size += count
        sum += count * points
        squares += count * points * points
      }
  return size === 0 ? 0 : Math.max(0, squares / size - (sum / size) ** 2)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
