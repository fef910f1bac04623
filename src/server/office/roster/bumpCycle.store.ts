import { and, eq, sql } from 'drizzle-orm'
import { type Phase, phaseNames } from '../../../domain/year/lifecycle/phases.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { cycle } from './roster.tables.ts'

/**
 * Increments the year's revision and returns it: locks the year until the transaction ends, so that
 * changes to one year are serialised. `notFound` for a year that was not opened, `yearSealed` for one
 * that takes no changes.
 */
export async function bumpCycle(tx: Transaction, year: number): Promise<number | Refusal> {
  const [row] = await tx
    .update(cycle)
    .set({ revision: sql`${cycle.revision} + 1` })
    .where(and(eq(cycle.year, year), eq(cycle.sealed, false)))
    .returning({ revision: cycle.revision })
  return row?.revision ?? whyNot(tx, year)
}

async function whyNot(tx: Transaction, year: number): Promise<Refusal> {
  const [found] = await tx.select({ phase: cycle.phase }).from(cycle).where(eq(cycle.year, year))
  return found === undefined
    ? refuse('notFound', { what: `${year}年度` })
    : refuse('yearSealed', { phase: phaseNames[found.phase as Phase] })
}
