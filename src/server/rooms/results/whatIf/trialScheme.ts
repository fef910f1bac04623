import type { z } from 'zod'
import type { changesBody } from '../../../../contract/results/changesSchema.ts'
import { parseScheme } from '../../../../contract/scheme/parseScheme.ts'
import { topics } from '../../../../contract/scheme/topics.ts'
import { type SchemeFile, schemeSchema } from '../../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../../contract/shape/toFileShape.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { RulingTopic } from '../../../../domain/scheme/ruling.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { describeSchemeFaults } from '../../../office/scheme/describeSchemeFaults.ts'

/** The changes of a trial. */
export type Changes = z.output<typeof changesBody>

/** Checks whether the changes concern the scheme. */
export function touchesScheme({ weights, rulings, parts }: Changes): boolean {
  return weights.length > 0 || rulings.length > 0 || parts.length > 0
}

/** Builds the scheme of a trial: the scheme with the changes, valid as if to be promulgated. `notFound` for an unknown component or ruling, `whatIfSchemeFaulty`. */
export function trialScheme(scheme: Scheme, changes: Changes): Scheme | Refusal {
  const document = structuredClone(toFileShape(schemeSchema, scheme)) as Draft
  for (const { component, weight } of changes.weights) {
    const found = document.components.find(one => one.id === component)
    if (found === undefined) return refuse('notFound', { what: `分项“${component}”` })
    found.weight = toDecimal(weight)
  }
  for (const { ruling, answer, text } of changes.rulings) {
    const found = document.rulings.find(one => one.id === ruling)
    if (found === undefined) return refuse('notFound', { what: `口径“${ruling}”` })
    // Whoever settled the old answer did not settle this one.
    Object.assign(found, {
      answer,
      state: 'assumed',
      text: text ?? wordsOf(found.topic, answer) ?? `${found.text}（答案有改动，文字待改）`,
    })
    delete found.settledBy
    delete found.settledOn
  }
  for (const { path, value } of changes.parts) {
    if (!put(document, path, value)) return refuse('notFound', { what: `方案中的“${path.join(' · ')}”` })
  }
  const { scheme: made, faults } = parseScheme(document)
  if (made !== undefined && !faults.some(fault => fault.severity === 'fault')) return made
  const wrong = describeSchemeFaults(document).filter(fault => fault.severity === 'fault')
  const told = wrong.slice(0, 5).map(fault => `${fault.place}：${fault.wrong}，请${fault.remedy}`)
  return refuse('whatIfSchemeFaulty', { total: wrong.length, faults: told.join('；') })
}

type Draft = Omit<SchemeFile, 'components' | 'rulings'> & {
  components: { id: string; weight: number }[]
  rulings: {
    id: string
    topic: RulingTopic
    state: string
    text: string
    settledBy?: string
    settledOn?: string
  }[]
}

/** Returns the wording of one option of a topic. */
function wordsOf(topic: RulingTopic, answer: unknown): string | undefined {
  return Object.entries<readonly [string, string]>(topics[topic].options ?? {}).find(
    ([option]) => option === answer,
  )?.[1][0]
}

/** Sets a value only where one exists or at the end of a list; reaches only own fields of the document. */
function put(document: object, path: readonly (string | number)[], value: unknown): boolean {
  let place: Record<string | number, unknown> = document as never
  for (const step of path.slice(0, -1)) {
    if (!Object.hasOwn(place, step)) return false
    const next = place[step]
    if (typeof next !== 'object' || next === null) return false
    place = next as never
  }
  const last = path.at(-1)!
  if (last === '__proto__') return false
  if (Array.isArray(place) && !(typeof last === 'number' && last <= place.length)) return false
  place[last] = value
  return true
}
