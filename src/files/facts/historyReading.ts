import type { FactBook } from '../../domain/year/facts/factBook.ts'
import type { History, PastEntry } from '../../domain/year/history/history.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import type { Place } from '../lists/place.ts'
import type { Notice, ReadingLog, Refused, RowCounts, UnfitSheet } from '../lists/readingLog.ts'

/** The result of reading history (历年结果). Rows in = accepted + refused; must not be used for scoring unless `refused` is empty. */
export interface HistoryReading {
  readonly history: History
  readonly rows: RowCounts
  readonly refused: readonly Refused[]
  readonly notices: readonly Notice[]
  readonly unfit: readonly UnfitSheet[]
}

/** An empty history (历年结果). */
export const NO_HISTORY: History = { years: [] }

/** Assembles the reading of the history. */
export function historyReading(history: History, log: ReadingLog): HistoryReading {
  return { history, rows: log.counts, refused: log.refused, notices: log.notices, unfit: log.unfit }
}

/** adds a notice for rows of an older rubric, which are kept but cannot be matched with this year's. */
export function noteUnknownRows(entry: PastEntry, book: FactBook, place: Place, log: ReadingLog): void {
  for (const row of entry.rowsLost ?? [])
    if (!book.rows.has(row)) log.notice(place, refuse('historyRowUnknown', { row }))
}
