import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { findCycle } from '../../office/roster/unit.store.ts'

/** Checks that the year can be changed, for data that is not scored; takes no lock, since scores are not affected. `notFound`, `yearSealed`. */
export async function openYearOnly(tx: Transaction, year: number): Promise<Refusal | undefined> {
  const found = await findCycle(tx, year)
  if (found === undefined) return refuse('notFound', { what: `${year}年度` })
  if (!found.sealed) return undefined
  const refused = await bumpCycle(tx, year)
  return isRefusal(refused) ? refused : undefined
}
