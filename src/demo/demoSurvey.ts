import type { SurveyTally } from '../domain/year/facts/facts.ts'
import type { SurveyMethod } from '../domain/scheme/component.ts'
import type { DemoPlan } from './demoPlan.ts'
import { dice, throwBelow } from './dice.ts'
import type { Planted } from './planted.ts'

/** Generates a unit's survey tallies (民意调查), one for each group: the better the unit, the more of the best answer. (三（二）3) */
export function surveysOf(
  plan: DemoPlan,
  unit: string,
  component: string,
  method: SurveyMethod,
  state: number,
  quality: number,
  planted: Planted | undefined,
): SurveyTally[] {
  const best = plan.surveyAnswers.get(method)!
  return method.groups.map(({ id: group }, at) => {
    const counts =
      planted?.survey ?? (planted?.thinSurvey ? [2, 1, 0] : answersOf(state, 600 + at * 10, quality))
    const answers: Record<string, number> = {}
    for (let rank = 0; rank < best.length; rank++) {
      answers[best[rank]!] = counts[rank] ?? (planted?.survey ? 0 : dice(state, 640 + at) % 4)
    }
    return { unit, component, group, answers }
  })
}

function answersOf(state: number, salt: number, quality: number): readonly number[] {
  const valid = 20 + throwBelow(state, salt, 21)
  const worst = throwBelow(state, salt + 1, quality < 0.4 ? 4 : 2)
  const top = Math.floor(valid * (0.24 + 0.62 * quality + throwBelow(state, salt + 2, 8) / 100))
  const capped = Math.min(top, valid - worst)
  return [capped, valid - worst - capped, worst]
}
