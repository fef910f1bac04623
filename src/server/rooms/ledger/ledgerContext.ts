import { type LedgerRow, ledgerRowsOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { readClosing, type StoredClosing } from './closing.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'

/** What a ledger entry is checked against: the year's scheme, the unit, the rows that read its ledger, and the closing days of periods. */
export interface LedgerContext {
  readonly year: number
  readonly scheme: Scheme
  readonly unit: Unit
  readonly rows: readonly LedgerRow[]
  readonly closing: StoredClosing
}

/** Loads what a ledger entry is checked against. `notFound`, `yearWithoutScheme`. */
export async function loadLedgerContext(
  db: Database | Transaction,
  year: number,
  unit: string,
): Promise<LedgerContext | Refusal> {
  const found = await loadYear(db, year, { unit })
  if (isRefusal(found)) return found
  const { scheme, unit: own } = found
  return { year, scheme, unit: own, rows: rowsFor(scheme, own.tier), closing: await readClosing(db, year) }
}

/** Returns the rows of a tier that read the ledger; computed once per scheme. */
export function rowsFor(scheme: Scheme, tier: string): readonly LedgerRow[] {
  const tiers = kept.get(scheme) ?? new Map<string, readonly LedgerRow[]>()
  kept.set(scheme, tiers)
  const known = tiers.get(tier) ?? ledgerRowsOf(scheme, tier)
  tiers.set(tier, known)
  return known
}

const kept = new WeakMap<Scheme, Map<string, readonly LedgerRow[]>>()
