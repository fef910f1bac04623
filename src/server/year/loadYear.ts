import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Roster, Unit } from '../../domain/year/roster/roster.ts'
import { bumpCycle } from '../office/roster/bumpCycle.store.ts'
import { readRoster, rosterAbout } from '../office/roster/roster.store.ts'
import { schemeOfYear } from '../office/roster/schemeOfYear.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'

/** The context of a year: the scheme and roster on which nearly every act depends. */
export interface YearContext {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly units: ReadonlyMap<string, Unit>
}

/** Locks the year until the transaction ends, at its next revision. */
interface Locked {
  readonly revision: number
}

/** Limited to one unit: the roster holds that unit and its lead unit. */
interface OfUnit {
  readonly unit: Unit
}

type Wanted = { readonly lock?: true; readonly unit?: string }
type Loaded<W extends Wanted> = YearContext &
  (W extends { readonly lock: true } ? Locked : unknown) &
  (W extends { readonly unit: string } ? OfUnit : unknown)

/** Loads a year's scheme and roster, of all units or of one; with `lock`, locks the year for a change. `notFound`, `yearSealed`, `yearWithoutScheme`, `noSuchUnit`. */
export async function loadYear<W extends Wanted = object>(
  db: W extends { readonly lock: true } ? Transaction : Database | Transaction,
  year: number,
  { lock, unit: id }: W = {} as W,
): Promise<Loaded<W> | Refusal> {
  const revision = lock && (await bumpCycle(db as Transaction, year))
  if (isRefusal(revision)) return revision
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const roster = id === undefined ? await readRoster(db, year) : await rosterAbout(db, year, id)
  const units = new Map(roster.units.map(unit => [unit.id, unit]))
  const unit = id === undefined ? undefined : units.get(id)
  if (id !== undefined && unit === undefined) return refuse('noSuchUnit', { unit: id })
  return { scheme, roster, units, revision, unit } as unknown as Loaded<W>
}
