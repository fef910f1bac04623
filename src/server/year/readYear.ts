import type { History } from '../../domain/year/history/history.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { readRoster } from '../office/roster/roster.store.ts'
import { findCycle } from '../office/roster/unit.store.ts'
import { type LoadedFacts, readFacts, refreshFacts } from './facts.store.ts'
import { readHistory } from './history.store.ts'

/** 某年的输入, all of one moment: that of `revision`. */
export interface YearInputs extends LoadedFacts {
  readonly year: number
  readonly roster: Roster
  readonly history: History
}

/**
 * 读某年的输入 as of one moment; with those of an earlier moment, the same object where nothing changed, else only the facts written or withdrawn since.
 * `undefined` for a year that was not opened. History of earlier years counts as changed only together with the year's own revision.
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

/** 同上, inside a transaction that has locked the year or reads one moment. */
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
