import type { WorkRow } from '../keep/phoneDatabase.ts'

/** 行是否符合查找: by its number, title, or the text of a rule; spaces part several words, all of which must be there. */
export function rowMatches(row: WorkRow, sought: string): boolean {
  const text = [row.id, row.title, ...row.rules.map(rule => rule.text)].join(' ').replaceAll('．', '.')
  const words = sought.replaceAll('．', '.').split(/\s+/)
  return words.every(word => text.includes(word))
}
