import type { TermKind } from '../kernel/factRefusals.ts'
import { nearestName } from '../kernel/nearestName.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import type { Named } from './scheme.ts'

/** Returns the Refusal of a name (名称) that is not among the terms; `undefined` if it is one of their ids. */
export function termRefusal(what: TermKind, name: string, terms: readonly Named[]): Refusal | undefined {
  if (terms.some(term => term.id === name)) return undefined
  const nearest =
    terms.find(term => term.name === name)?.id ??
    nearestName(
      name,
      terms.map(term => term.id),
    )
  return refuse('unknownTerm', {
    what,
    name,
    known: printTerms(terms),
    nearest,
  })
}

/** Prints the terms (所列各项), at most twenty. */
export function printTerms(terms: readonly Named[]): string {
  const shown = terms
    .slice(0, 20)
    .map(term => (term.name === term.id ? term.id : `${term.name}（${term.id}）`))
  return shown.join('、') + (terms.length > 20 ? '等' : '')
}
