import { type Phase, phaseNames } from '../../domain/year/lifecycle/phases.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { findCycle } from '../office/roster/unit.store.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'

/** Explains why nothing is entered in the year: it does not exist, or its result is sealed. Takes no lock, so it is for what is not scored. `notFound`, `yearSealed`. */
export async function whyYearClosed(db: Database | Transaction, year: number): Promise<Refusal | undefined> {
  const found = await findCycle(db, year)
  if (found === undefined) return refuse('notFound', { what: `${year}年度` })
  return found.sealed ? refuse('yearSealed', { phase: phaseNames[found.phase as Phase] }) : undefined
}
