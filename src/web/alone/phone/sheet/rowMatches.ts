import type { WorkRow } from '../keep/phoneDatabase.ts'

/** Checks whether a row matches a search by its number, title or rule text; words are separated by spaces and must all occur. */
export function rowMatches(row: WorkRow, sought: string): boolean {
  const text = [row.id, row.title, ...row.rules.map(rule => rule.text)].join(' ').replaceAll('．', '.')
  const words = sought.replaceAll('．', '.').split(/\s+/)
  return words.every(word => text.includes(word))
}
