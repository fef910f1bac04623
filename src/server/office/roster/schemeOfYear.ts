import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { readSchemeVersion } from '../scheme/readSchemeVersion.ts'
import { findCycle } from './unit.store.ts'

/** Returns the promulgated scheme of a year; `notFound` for a year that was not opened, `yearWithoutScheme` if none is chosen yet. */
export async function schemeOfYear(db: Database | Transaction, year: number): Promise<Scheme | Refusal> {
  const found = await findCycle(db, year)
  if (found === undefined) return refuse('notFound', { what: `${year}年度` })
  if (found.schemeVersion === null) return refuse('yearWithoutScheme', { year })
  const known = kept.get(found.schemeVersion)
  if (known !== undefined) return known
  const read = await readSchemeVersion(db, found.schemeVersion)
  if (isRefusal(read)) return read
  if (read.head.state === 'promulgated') keep(found.schemeVersion, read.scheme)
  return read.scheme
}

/** Cache of promulgated schemes, which never change; reading one takes longer than the rest of a request. */
const kept = new Map<string, Scheme>()

function keep(version: string, scheme: Scheme): void {
  if (kept.size >= 4) kept.delete(kept.keys().next().value!)
  kept.set(version, scheme)
}
