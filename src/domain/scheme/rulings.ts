import type { RulingNote } from '../kernel/explanation.ts'
import type { RulingAnswers, RulingOn, RulingTopic } from './ruling.ts'
import type { Scheme } from './scheme.ts'

/** 口径查询: the rulings of a scheme by topic, those limited to a component before those for all. */
export interface Rulings {
  /** the ruling on a topic; `undefined` when the scheme has none. */
  find<T extends RulingTopic>(topic: T, component?: string): RulingOn<T> | undefined
  /** the answer; throws a RangeError (a bug: `mayAppraise` comes first) when there is none. */
  answer<T extends RulingTopic>(topic: T, component?: string): RulingAnswers[T]
  /** the notes to show where the topic acts: one, or none where the notice itself has settled it. */
  notes(topic: RulingTopic, component?: string): readonly RulingNote[]
  /** the notes of a ruling by id, for rules and methods that name one. */
  notesById(id: string | undefined): readonly RulingNote[]
}

const NONE: readonly RulingNote[] = []

/** 口径索引. */
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
