import { nearestName } from './nearestName.ts'

/** 有限次的相近名称查找: remembers what it found, and gives up suggesting after so many different texts, since a file of nothing but unknown names must not take minutes. */
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
