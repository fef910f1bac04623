import type { Named } from '../../domain/scheme/scheme.ts'
import { comparable } from './plainText.ts'

/** Finds an id by id or name: as written first, then without spaces and in half width. */
export function createNames(named: readonly Named[]): (text: string) => string | undefined {
  const ids = new Map<string, string>()
  const add = (text: string, id: string): void => void (ids.has(text) || ids.set(text, id))
  for (const { id } of named) add(id, id)
  for (const { id, name } of named) add(name, id)
  for (const { id, name } of named) {
    add(comparable(id), id)
    add(comparable(name), id)
  }
  return text => ids.get(text) ?? ids.get(comparable(text))
}

/** Finds an id by id or name; a text that is neither is left for the check that follows to refuse. */
export function createTerms(terms: readonly Named[]): (text: string) => string {
  const find = createNames(terms)
  return text => find(text) ?? text
}
