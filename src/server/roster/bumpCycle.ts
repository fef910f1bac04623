import { eq, sql } from 'drizzle-orm'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'
import { cycle } from './roster.tables.ts'

/** 年度改动号加一: locks the year till the transaction ends, so that changes of one year follow one another; gives the new number. `notFound` for a year that was not opened. */
export async function bumpCycle(tx: Transaction, year: number): Promise<number | Refusal> {
  const [row] = await tx
    .update(cycle)
    .set({ revision: sql`${cycle.revision} + 1` })
    .where(eq(cycle.year, year))
    .returning({ revision: cycle.revision })
  return row?.revision ?? refuse('notFound', { what: `${year}年度` })
}
