import type { RulingAnswers, RulingOn, RulingTopic } from '../ruling.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'

/** 一个口径的答案及其位置. */
export interface PlacedAnswer<T extends RulingTopic> {
  readonly ruling: RulingOn<T>
  readonly answer: RulingAnswers[T]
  readonly path: FaultPath
}

/** 口径的事项和所限分项, which decide where a ruling applies. */
export const RULING_SCOPE: readonly FaultPath[] = [
  ['rulings', '*', 'topic'],
  ['rulings', '*', 'component'],
]

/** 某一事项的各个答案. */
export function* eachAnswer<T extends RulingTopic>(scheme: Scheme, topic: T): Generator<PlacedAnswer<T>> {
  for (const [at, ruling] of scheme.rulings.entries()) {
    if (ruling.topic !== topic || ruling.answer === undefined) continue
    const of = ruling as unknown as RulingOn<T>
    yield { ruling: of, answer: of.answer as RulingAnswers[T], path: ['rulings', at, 'answer'] }
  }
}

/** 适用于某分项的答案: the one limited to it before the one for all; `undefined` while there is none. */
export function answerFor<T extends RulingTopic>(
  scheme: Scheme,
  topic: T,
  component?: string,
): PlacedAnswer<T> | undefined {
  const answers = [...eachAnswer(scheme, topic)]
  const general = answers.find(({ ruling }) => ruling.component === undefined)
  return answers.find(({ ruling }) => component !== undefined && ruling.component === component) ?? general
}
