import { campaignTopics } from '../../../../contract/scheme/campaignTopics.ts'
import { optionsOf } from '../../../../contract/scheme/optionNames.ts'
import { schemeSchema } from '../../../../contract/scheme/schemeSchema.ts'
import { topics } from '../../../../contract/scheme/topics.ts'
import { toFileShape } from '../../../../contract/shape/toFileShape.ts'
import { shiftWeight } from '../../../../domain/firmness/comparePlaces.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import { printPoints } from '../../../../domain/kernel/points.ts'
import type { RulingTopic } from '../../../../domain/scheme/ruling.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { trialScheme } from '../whatIf/trialScheme.ts'

/** Another scheme to try: one assumed ruling answered otherwise, or one weight a tenth more or less. */
interface Trial {
  readonly id: string
  readonly kind: 'ruling' | 'weight'
  readonly name: string
  /** Absent where the scheme would not hold. */
  readonly scheme?: Scheme
}

/** Lists the trials of a scheme: each other listed answer of each assumed ruling, and each weight a tenth more and less. */
export function listTrials(scheme: Scheme): readonly Trial[] {
  return [...rulingTrials(scheme), ...weightTrials(scheme)]
}

const NO_CHANGES = { add: [], remove: [], replace: [], weights: [], rulings: [], parts: [] }

function rulingTrials(scheme: Scheme): readonly Trial[] {
  const { rulings } = toFileShape(schemeSchema, scheme) as {
    rulings: { id: string; topic: RulingTopic; question: string; state: string; answer: unknown }[]
  }
  return rulings
    .filter(({ state, topic }) => state === 'assumed' && topic !== 'note' && !(topic in campaignTopics))
    .flatMap(({ id, topic, question, answer }) =>
      otherAnswers(topic, answer).map(({ value, label }, at): Trial => {
        const changed = trialScheme(scheme, {
          ...NO_CHANGES,
          rulings: [{ ruling: id, answer: value }],
        } as never)
        return {
          id: `${id} ${at}`,
          kind: 'ruling',
          name: `${question}改为“${label}”`,
          scheme: isRefusal(changed) ? undefined : changed,
        }
      }),
    )
}

interface OtherAnswer {
  readonly value: unknown
  readonly label: string
}

/** Lists the other answers that a topic offers, in words: of the whole answer, or of one of its fields. */
function otherAnswers(topic: RulingTopic, answer: unknown): readonly OtherAnswer[] {
  if (typeof answer === 'string')
    return Object.entries<readonly [string, string]>(topics[topic].options ?? {})
      .filter(([value]) => value !== answer)
      .map(([value, [label]]) => ({ value, label }))
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([field, now]) => {
    // How a test or an inspection is used brings fields of its own, which no list has.
    const options = field === 'use' ? [] : optionsOf(field)
    if (!options.some(({ value }) => value === now)) return []
    return options
      .filter(({ value }) => value !== now)
      .map(({ value, label }) => ({ value: { ...answer, [field]: value }, label }))
  })
}

function weightTrials(scheme: Scheme): readonly Trial[] {
  return scheme.components.flatMap(({ id, name, weight }) =>
    [0.1, -0.1].flatMap((share): readonly Trial[] => {
      const shifted = shiftWeight(scheme, id, share)
      const to = shifted?.components.find(one => one.id === id)?.weight
      if (to === undefined) return []
      return [
        {
          id: `${id} ${share}`,
          kind: 'weight',
          name: `“${name}”的权重由${printPoints(weight)}%改为${printPoints(to)}%，其余按比例调整`,
          scheme: shifted,
        },
      ]
    }),
  )
}
