import { nearestName } from './nearestName.ts'

/** Creates a bounded search for similar names (相近名称): caches results and stops suggesting after a number of different texts, so that a file full of unknown names does not take minutes. */
export function createNearest(
  known: () => Iterable<string>,
  mostSearches = 50,
): (text: string) => string | undefined {
  const found = new Map<string, string | undefined>()
  return text => {
    if (!found.has(text) && found.size < mostSearches) found.set(text, nearestName(text, known()))
    return found.get(text)
  }
}
