import { refuse, type Refusal } from '../kernel/refusal.ts'
import { neededTopics } from '../scheme/topics.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** Checks whether scoring may run (能否计分): lists open or missing rulings and facts of another year. Nothing is scored unless the list is empty. (domain: R1-R23) */
export function mayAppraise(scheme: Scheme, facts: { readonly cycle: number }): readonly Refusal[] {
  const open = scheme.rulings
    .filter(ruling => ruling.topic !== 'note' && (ruling.state === 'open' || ruling.answer === undefined))
    .map(ruling => refuse('rulingOpen', { ruling: ruling.id, question: ruling.question }, ruling.citation))
  const missing = neededTopics(scheme)
    .filter(
      ({ topic, component }) =>
        !scheme.rulings.some(one => one.topic === topic && (one.component ?? component) === component),
    )
    .map(({ topic }) => refuse('rulingMissing', { topic }))
  const year =
    facts.cycle === scheme.cycle
      ? []
      : [refuse('cycleMismatch', { scheme: scheme.cycle, facts: facts.cycle })]
  return [...open, ...missing, ...year]
}
