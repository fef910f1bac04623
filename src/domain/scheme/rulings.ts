import type { RulingNote } from '../kernel/explanation.ts'
import type { RulingAnswers, RulingOn, RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'

/** Finds the rulings of a scheme by topic (口径查询); those limited to a component take precedence over general ones. */
export interface Rulings {
  /** Returns the ruling on a topic; `undefined` if the scheme has none. */
  find<T extends RulingTopic>(topic: T, component?: string): RulingOn<T> | undefined
  /** Returns the answer; throws a RangeError if there is none (a bug: `mayAppraise` is checked first). */
  answer<T extends RulingTopic>(topic: T, component?: string): RulingAnswers[T]
  /** Returns the notes to show where the topic applies: one, or none if the notice itself settles it. */
  notes(topic: RulingTopic, component?: string): readonly RulingNote[]
  /** Returns the notes of a ruling by id, for rules and methods that name one. */
  notesById(id: string | undefined): readonly RulingNote[]
}

const NONE: readonly RulingNote[] = []

/** Indexes the rulings of a scheme (口径索引). */
export function indexRulings(scheme: Scheme): Rulings {
  const byTopic = new Map<string, RulingOn<RulingTopic>>()
  const notes = new Map<string, readonly RulingNote[]>()
  for (const ruling of scheme.rulings) {
    byTopic.set(keyOf(ruling.topic, ruling.component), ruling)
    notes.set(ruling.id, [noteOf(ruling)])
  }
  const find = <T extends RulingTopic>(topic: T, component?: string) =>
    (byTopic.get(keyOf(topic, component)) ?? byTopic.get(keyOf(topic, undefined))) as RulingOn<T> | undefined
  return {
    find,
    answer: (topic, component) => {
      const answer = find(topic, component)?.answer
      if (answer === undefined) throw new RangeError(`no answer on ${topic}`)
      return answer
    },
    notes: (topic, component) => notes.get(find(topic, component)?.id ?? '') ?? NONE,
    notesById: id => (id === undefined ? NONE : (notes.get(id) ?? NONE)),
  }
}

function keyOf(topic: string, component: string | undefined): string {
  return component === undefined ? topic : `${topic} ${component}`
}

function noteOf(ruling: RulingOn<RulingTopic>): RulingNote {
  const { id, question, text, citation, state, settledBy, settledOn } = ruling
  return {
    id,
    question,
    text,
    citation,
    state,
    settledBy,
    settledOn,
  }
}
