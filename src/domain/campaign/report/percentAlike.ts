/** From this part of its characters on a paragraph counts as copied (雷同), in percent. */
export const COPIED_PERCENT = 60

/** Returns how much of a text stands in another one (相同比例), in percent: its letters in pairs that both have, in whatever order. */
export function percentAlike(text: string, other: string): number {
  const [mine, theirs] = [lettersOf(text), lettersOf(other)]
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < theirs.length; at++) pairs.add(theirs.slice(at, at + 2))
  const isShared = (at: number): boolean => pairs.has(mine.slice(at, at + 2))
  let shared = 0
  for (let at = 0; at < mine.length; at++)
    if ((at + 1 < mine.length && isShared(at)) || (at > 0 && isShared(at - 1))) shared++
  return mine.length === 0 ? 0 : Math.round((shared * 100) / mine.length)
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
