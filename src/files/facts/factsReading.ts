import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import { emptyPlaces, type FactPlaces } from '../../domain/year/facts/factsIntake.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Notice, ReadingLog, Refused, RowCounts, UnfitSheet } from '../lists/readingLog.ts'

/**
 * The result of reading facts: what was accepted, what was refused and why, and what was corrected. Rows
 * in = accepted + refused. Must not be scored unless `refused` is empty.
 */
export interface FactsReading {
  readonly facts: CycleFacts
  readonly roster: Roster
  /** the place of each fact in the file. */
  readonly places: FactPlaces
  readonly rows: RowCounts
  readonly refused: readonly Refused[]
  readonly notices: readonly Notice[]
  /** sheets whose columns a user may still match. */
  readonly unfit: readonly UnfitSheet[]
  /** ids and names of units whose own row was refused: what says so means none of those that were accepted. */
  readonly refusedUnits: ReadonlySet<string>
}

/** Reading progress: rows done so far, and the total where known. */
export interface ReadingStep {
  readonly done: number
  readonly total?: number
}

/** Assembles the reading of the facts. */
export function factsReading(
  facts: CycleFacts,
  roster: Roster,
  log: ReadingLog,
  places: FactPlaces = emptyPlaces(),
  refusedUnits: ReadonlySet<string> = new Set(),
): FactsReading {
  const { counts: rows, refused, notices, unfit } = log
  return { facts, roster, places, rows, refused, notices, unfit, refusedUnits }
}
