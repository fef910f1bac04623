import type { Refusal } from '../../domain/kernel/refusal.ts'
import type { Place } from './place.ts'

/** A refusal: place and reason. A row with several faults has several entries, but is counted once. */
export interface Refused {
  readonly place: Place
  readonly refusal: Refusal
}

/** A notice: something corrected or skipped; the first place, and how often it occurred in the same column. */
export interface Notice {
  readonly place: Place
  readonly notice: Refusal
  readonly times: number
}

/** Counts of a reading: rows in = accepted + refused, always. */
export interface RowCounts {
  readonly in: number
  readonly accepted: number
  readonly refused: number
}

/** A sheet whose headings are not those of its columns: what is looked for, and what stands there. */
export interface UnfitSheet {
  readonly sheet: string
  readonly columns: readonly string[]
  readonly found: readonly string[]
}

/** Gathers refusals, notices and counts while a file is read. */
export interface ReadingLog {
  readonly refused: Refused[]
  readonly unfit: UnfitSheet[]
  readonly counts: RowCounts
  readonly notices: readonly Notice[]
  refuse(place: Place, refusal: Refusal): void
  notice(place: Place, notice: Refusal): void
  /** counts a row of the file, before anything is known of it. */
  meet(rows?: number): void
  accept(rows?: number): void
  /** counts refused rows; one or more entries must give the reason. */
  turnAway(rows?: number): void
}

/** Creates a reading log. */
export function createReadingLog(): ReadingLog {
  const refused: Refused[] = []
  const notices = new Map<string, { place: Place; notice: Refusal; times: number }>()
  let [met, accepted, turnedAway] = [0, 0, 0]
  return {
    refused,
    unfit: [],
    get counts() {
      return { in: met, accepted, refused: turnedAway }
    },
    get notices() {
      return [...notices.values()]
    },
    refuse: (place, refusal) => void refused.push({ place, refusal }),
    notice(place, notice) {
      const key = [place.sheet, place.column, notice.code].join('\u0001')
      const known = notices.get(key)
      if (known) known.times++
      else notices.set(key, { place, notice, times: 1 })
    },
    meet: (rows = 1) => void (met += rows),
    accept: (rows = 1) => void (accepted += rows),
    turnAway: (rows = 1) => void (turnedAway += rows),
  }
}
