import { canonicalText } from '../kernel/ids.ts'
import type { RulingTopic } from '../scheme/ruling.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** One changed ruling (改动的口径): a topic that two schemes answer differently. The text is absent on a side without the ruling. */
export interface ChangedRuling {
  readonly id: string
  readonly topic: RulingTopic
  readonly component?: string
  readonly from?: string
  readonly to?: string
}

/** Lists the rulings (口径) that two schemes answer differently, by topic and component. A change of wording alone does not count. */
export function changedRulings(one: Scheme, other: Scheme): readonly ChangedRuling[] {
  const before = byTopic(one)
  const after = byTopic(other)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [from, to] = [before.get(key), after.get(key)]
    if (canonicalText(from?.answer ?? null) === canonicalText(to?.answer ?? null)) return []
    const { id, topic, component } = (to ?? from)!
    const texts = {
      from: from?.text,
      to: to?.text,
    }
    return [{ id, topic, component, ...texts }]
  })
}

function byTopic(scheme: Scheme) {
  return new Map(
    scheme.rulings
      .filter(ruling => ruling.topic !== 'note')
      .map(ruling => [`${ruling.topic} ${ruling.component ?? ''}`, ruling] as const),
  )
}
