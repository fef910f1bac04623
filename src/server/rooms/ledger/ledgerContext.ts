import { eq, and } from 'drizzle-orm'
import { type LedgerRow, ledgerRowsOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rosterUnit } from '../../office/roster/roster.tables.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { readClosing, type StoredClosing } from './closing.store.ts'

/** 登记台账的根据: the year's scheme, the unit, the rows that read its ledger, and when periods close. */
export interface LedgerContext {
  readonly year: number
  readonly scheme: Scheme
  readonly unit: { readonly id: string; readonly name: string; readonly tier: string }
  readonly rows: readonly LedgerRow[]
  readonly closing: StoredClosing
}

/** 取登记台账的根据. `notFound`, `yearWithoutScheme`. */
export async function loadLedgerContext(
  db: Database | Transaction,
  year: number,
  unit: string,
): Promise<LedgerContext | Refusal> {
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const [found] = await db
    .select({ id: rosterUnit.id, name: rosterUnit.name, tier: rosterUnit.tier })
    .from(rosterUnit)
    .where(and(eq(rosterUnit.year, year), eq(rosterUnit.id, unit)))
  if (found === undefined) return refuse('noSuchUnit', { unit })
  return {
    year,
    scheme,
    unit: found,
    rows: rowsFor(scheme, found.tier),
    closing: await readClosing(db, year),
  }
}

/** 某层级读台账的各行, found once for each scheme. */
export function rowsFor(scheme: Scheme, tier: string): readonly LedgerRow[] {
  const tiers = kept.get(scheme) ?? new Map<string, readonly LedgerRow[]>()
  kept.set(scheme, tiers)
  const known = tiers.get(tier) ?? ledgerRowsOf(scheme, tier)
  tiers.set(tier, known)
  return known
}

const kept = new WeakMap<Scheme, Map<string, readonly LedgerRow[]>>()
