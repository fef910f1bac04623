import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import { emptyPlaces, type FactPlaces } from '../../domain/year/facts/factsIntake.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Notice, ReadingLog, Refused, RowCounts } from './readingLog.ts'

/**
 * 读出的事实: what was accepted, what was sent back and why, and what was put right on the way. Rows in = accepted + refused.
 * Nothing may be scored from it unless `refused` is empty.
 */
export interface FactsReading {
  readonly facts: CycleFacts
  readonly roster: Roster
  /** where each fact stood in the file. */
  readonly places: FactPlaces
  readonly rows: RowCounts
  readonly refused: readonly Refused[]
  readonly notices: readonly Notice[]
}

/** 读到哪里: rows done so far, of how many, where that is known. */
export interface ReadingStep {
  readonly done: number
  readonly total?: number
}

/** 读出结果的汇总. */
export function factsReading(
  facts: CycleFacts,
  roster: Roster,
  log: ReadingLog,
  places: FactPlaces = emptyPlaces(),
): FactsReading {
  return { facts, roster, places, rows: log.counts, refused: log.refused, notices: log.notices }
}
