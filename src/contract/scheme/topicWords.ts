import type { RulingAnswers, RulingTopic } from '../../domain/scheme/ruling.ts'
import type { AnswerPart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Words for a topic: its name, what depends on its answer, the usual answer, and the results it acts on if it acts on all of them. */
interface TopicWords {
  readonly name: string
  readonly what: string
  /** What the program assumes until the topic is answered. */
  readonly usual: string
  readonly acts?: string
}

/** Words for a topic whose answer is one of several words, each with its Chinese name and meaning. The answer's schema is made from them. */
export interface OptionWords<O extends string> extends TopicWords {
  readonly options: { readonly [V in O]: readonly [name: string, meaning: string] }
  readonly choices?: undefined
  readonly describe?: undefined
}

/** Words for a topic whose answer has several fields: the meaning of some words, and how the whole reads. */
export interface AnswerWords<T extends RulingTopic> extends TopicWords {
  readonly options?: undefined
  readonly choices?: Readonly<Record<string, string>>
  readonly describe: (answer: AnswerPart<T>, names: SchemeNames) => string | undefined
}

/** Topics whose answer is one of several words. */
export type OptionTopic = {
  [T in RulingTopic]: string extends RulingAnswers[T] ? never : RulingAnswers[T] extends string ? T : never
}[RulingTopic]
