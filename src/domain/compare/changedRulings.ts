import { canonicalText } from '../kernel/ids.ts'
import type { RulingTopic } from '../scheme/ruling.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** 改动的口径: a topic that two schemes answer differently; a side without it has no text. */
export interface ChangedRuling {
  readonly id: string
  readonly topic: RulingTopic
  readonly component?: string
  readonly from?: string
  readonly to?: string
}

/** 两个方案答案不同的口径, by topic and component; wording alone is no change. */
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
