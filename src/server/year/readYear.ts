import type { History } from '../../domain/year/history/history.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { readRoster, readRosterAsOf } from '../office/roster/roster.store.ts'
import { findCycle } from '../office/roster/unit.store.ts'
import { type LoadedFacts, readFacts, refreshFacts, rewindFacts } from './facts.store.ts'
import { readHistory } from './history.store.ts'

/** The inputs of a year, all as of one moment: that of `revision`. */
export interface YearInputs extends LoadedFacts {
  readonly year: number
  readonly roster: Roster
  readonly history: History
}

/**
 * Reads the inputs of a year as of one moment. Given earlier inputs, returns the same object if nothing
 * changed, otherwise reads only the facts written or withdrawn since. `undefined` for a year that was not
 * opened. A change to the history of earlier years counts only together with the year's own revision.
 */
export async function readYear(
  db: Database,
  year: number,
  before?: YearInputs,
): Promise<YearInputs | undefined> {
  return db.transaction(tx => readYearIn(tx, year, before), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

/** Does the same inside a transaction that has locked the year or reads one snapshot. */
export async function readYearIn(
  tx: Transaction,
  year: number,
  before?: YearInputs,
): Promise<YearInputs | undefined> {
  const found = await findCycle(tx, year)
  if (found === undefined) return undefined
  if (before?.year === year && before.revision === found.revision) return before
  const facts =
    before?.year === year
      ? await refreshFacts(tx, year, before, found.revision)
      : await readFacts(tx, year, found.revision)
  return { ...facts, year, roster: await readRoster(tx, year), history: await readHistory(tx, year) }
}

/** Reads the inputs of a year as they stood just before an instant, from inputs of a later one if they are known; their revision is 0, which is that of no present year. */
export async function readYearAsOf(
  db: Database,
  year: number,
  before: string,
  later?: YearInputs,
): Promise<YearInputs> {
  return db.transaction(
    async tx => ({
      ...(later === undefined
        ? await readFacts(tx, year, 0, before)
        : await rewindFacts(tx, year, later, before)),
      year,
      roster: await readRosterAsOf(tx, year, before),
      history: await readHistory(tx, year, before),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
