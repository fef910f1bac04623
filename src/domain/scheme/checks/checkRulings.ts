import { type NeededTopic, neededTopics, rulingTopics, usualTopics } from '../topics.ts'
import type { Ruling } from '../ruling.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { RULING_SCOPE } from './eachAnswer.ts'

/** Checks rulings (口径): none is open, each has an answer, a settled one says by whom and when, no topic is answered twice, and no required one is missing. (R1-R23) */
export function* checkRulings(scheme: Scheme): Generator<Found> {
  for (const [at, ruling] of scheme.rulings.entries()) {
    yield* checkState(ruling, ['rulings', at])
    const earlier = scheme.rulings.findIndex(other => hasSameScope(other, ruling))
    if (ruling.topic !== 'note' && earlier < at) {
      const values = { topic: ruling.topic, one: scheme.rulings[earlier]!.id, other: ruling.id }
      const reads = [at, earlier].flatMap(place =>
        RULING_SCOPE.map(([list, , field]) => [list!, place, field!]),
      )
      yield found('rulingTwice', ['rulings', at], values, { citation: ruling.citation, reads })
    }
  }
  for (const needed of neededTopics(scheme)) {
    if (isAnswered(scheme, needed)) continue
    yield found('rulingMissing', ['rulings'], needed, { reads: [...RULING_SCOPE, ...groundsFor(needed)] })
  }
  for (const topic of usualTopics(scheme)) {
    if (isAnswered(scheme, { topic })) continue
    yield found('rulingUsual', ['rulings'], { topic }, { reads: [...RULING_SCOPE, ...groundsFor({ topic })] })
  }
}

function* checkState(ruling: Ruling, path: FaultPath): Generator<Found> {
  const { id, question, citation, state } = ruling
  const isSilent = ruling.answer === undefined
  const reads = [
    [...path, 'state'],
    [...path, 'answer'],
  ]
  if (state === 'open') {
    yield found('rulingOpen', [...path, 'state'], { ruling: id, question }, { citation })
  } else if (isSilent) {
    yield found('rulingUnanswered', path, { ruling: id, state }, { citation, reads })
  }
  const [noWho, noWhen] = [ruling.settledBy === undefined, ruling.settledOn === undefined]
  if (state === 'settled' && (noWho || noWhen)) {
    const lacks = noWho && noWhen ? 'both' : noWho ? 'settledBy' : 'settledOn'
    const signed = ['state', 'settledBy', 'settledOn'].map(field => [...path, field])
    yield found('rulingUnsigned', path, { ruling: id, lacks }, { citation, reads: signed })
  }
}

function hasSameScope(one: Ruling, other: Ruling): boolean {
  return one.topic === other.topic && one.component === other.component
}

function isAnswered(scheme: Scheme, { topic, component }: NeededTopic): boolean {
  return scheme.rulings.some(
    ruling => ruling.topic === topic && (ruling.component === undefined || ruling.component === component),
  )
}

/** Returns what makes a topic necessary; if that is broken, the topic may not be needed. */
function groundsFor({ topic, component }: NeededTopic): readonly FaultPath[] {
  if (component !== undefined)
    return [
      ['components', '*', 'methods', '*', 'kind'],
      ['components', '*', 'methods', '*', 'rounds'],
      ['components', '*', 'id'],
    ]
  return rulingTopics[topic]?.reads ?? []
}
