import type { Interval } from '../figures/interval.ts'
import { meanInterval, type WeightedAnswer, weightedMean } from '../figures/weightedMean.ts'
import { effectiveSize, rakeWeights } from '../figures/weights.ts'
import { tallies } from './estimateUnits.ts'
import { scaleOfWorth, scoredQuestionOf, type SurveyData } from './surveyData.ts'

/** The mean over all people (按人数加权的平均), each answer standing for as many as it was drawn from. */
interface EverybodyEstimate {
  readonly mean: Interval
  /** As many answers of a simple sample would say as much. */
  readonly effective: number
  /** Whether some groups had no answer, so that the others were raked to how many people units and groups have. */
  readonly raked: boolean
  /** Whether the weights met how many people units and groups have; where they cannot, the mean says little. */
  readonly met: boolean
}

/**
 * Estimates the mean over all people (按人数加权的平均): each answer has its design weight; where a unit's group has none, the
 * others are raked to the people of units and of groups. Nothing where it is not known how many people there are.
 */
export function estimateEverybody(data: SurveyData): EverybodyEstimate | undefined {
  const counts = tallies(data, scoredQuestionOf(data) ?? '')
  const cells = data.units.flatMap(({ id: unit }) =>
    data.groups.map(({ id: group }) => {
      const scored = Object.entries(counts.get(unit)?.get(group) ?? {}).flatMap(([answer, count]) => {
        const value = data.worth[answer]
        return typeof value === 'number' ? [{ value, count }] : []
      })
      const answers = scored.reduce((sum, { count }) => sum + count, 0)
      return { unit, group, scored, answers, people: data.populations.get(`${unit} ${group}`) }
    }),
  )
  if (cells.some(({ people }) => people === undefined)) return undefined
  const given = cells.filter(({ answers }) => answers > 0)
  const asked = new Set(given.map(({ unit }) => unit))
  const whole = cells.filter(({ unit, people }) => people! > 0 && asked.has(unit))
  const isRaked = whole.some(({ answers }) => answers === 0)
  const peopleBy = (of: 'unit' | 'group') => {
    const sums = new Map<string, number>()
    for (const cell of whole) sums.set(cell[of], (sums.get(cell[of]) ?? 0) + cell.people!)
    return { categories: given.map(cell => cell[of]), population: sums }
  }
  const people = given.map(cell => cell.people!)
  const { weights, converged: met } = isRaked
    ? rakeWeights(people, [peopleBy('unit'), peopleBy('group')])
    : { weights: people, converged: true }
  const sheets = given.flatMap(({ unit, group, scored, answers }, at): readonly WeightedAnswer[] =>
    scored.flatMap(({ value, count }) =>
      Array.from({ length: count }, () => ({
        value,
        weight: weights[at]! / answers,
        stratum: `${unit} ${group}`,
      })),
    ),
  )
  const estimate = weightedMean(sheets, data.populations)
  if (estimate === undefined) return undefined
  const effective = effectiveSize(sheets.map(({ weight }) => weight))
  const mean = meanInterval({ ...estimate, size: effective }, scaleOfWorth(data.worth))
  return { mean, effective: Math.round(effective), raked: isRaked, met }
}
