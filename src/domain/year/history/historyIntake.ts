import type { FactFault } from '../../kernel/factFault.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Roster } from '../roster/roster.ts'
import { checkPastEntry } from './checkPastEntry.ts'
import type { FactBook } from '../facts/factBook.ts'
import type { History, PastEntry } from './history.ts'

/** Intake of past results (历年结果的收取): one entry for each unit and year; years in order of entry. */
interface HistoryIntake {
  take(year: number, entry: PastEntry, at: string): readonly FactFault[]
  history(): History
}

/** Starts an intake (开始收取). `at` is the place of an entry, in Chinese, for the refusal of one that repeats it. (五（四）) */
export function createHistoryIntake(book: FactBook, roster: Roster): HistoryIntake {
  const merged = new Set(roster.units.flatMap(unit => unit.succeeds ?? []))
  const years = new Map<number, PastEntry[]>()
  const seen = new Map<string, string>()
  return {
    take(year, entry, at) {
      const faults = checkPastEntry(year, entry, book, merged)
      if (faults.length > 0) return faults
      const key = `${year} ${entry.unit}`
      const first = seen.get(key)
      if (first !== undefined) return [{ refusal: refuse('sameKeyTwice', { first }) }]
      seen.set(key, at)
      const entries = years.get(year)
      if (entries) entries.push(entry)
      else years.set(year, [entry])
      return faults
    },
    history: () => ({ years: [...years].map(([cycle, entries]) => ({ cycle, entries })) }),
  }
}
