import type { RulingAnswers, RulingOn, RulingTopic } from '../ruling.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'

/** One answer of a ruling (口径) and its place. */
export interface PlacedAnswer<T extends RulingTopic> {
  readonly ruling: RulingOn<T>
  readonly answer: RulingAnswers[T]
  readonly path: FaultPath
}

/** The topic and component of a ruling (口径), which decide where it applies. */
export const RULING_SCOPE: readonly FaultPath[] = [
  ['rulings', '*', 'topic'],
  ['rulings', '*', 'component'],
]

/** Yields every answer to a topic (口径事项). */
export function* eachAnswer<T extends RulingTopic>(scheme: Scheme, topic: T): Generator<PlacedAnswer<T>> {
  for (const [at, ruling] of scheme.rulings.entries()) {
    if (ruling.topic !== topic || ruling.answer === undefined) continue
    const of = ruling as unknown as RulingOn<T>
    yield { ruling: of, answer: of.answer as RulingAnswers[T], path: ['rulings', at, 'answer'] }
  }
}

/** Returns the answer that applies to a component (分项): the one limited to it, else the general one; `undefined` if there is none. */
export function answerFor<T extends RulingTopic>(
  scheme: Scheme,
  topic: T,
  component?: string,
): PlacedAnswer<T> | undefined {
  const answers = [...eachAnswer(scheme, topic)]
  const general = answers.find(({ ruling }) => ruling.component === undefined)
  return answers.find(({ ruling }) => component !== undefined && ruling.component === component) ?? general
}
