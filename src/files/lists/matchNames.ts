import type { Named } from '../../domain/scheme/scheme.ts'
import { comparable } from './plainText.ts'

/** Creates a lookup of an id by id or name: first as written, then without spaces and in half width. */
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

/** Creates a lookup of an id by id or name; any other text is returned for the next check to refuse. */
export function createTerms(terms: readonly Named[]): (text: string) => string {
  const find = createNames(terms)
  return text => find(text) ?? text
}
