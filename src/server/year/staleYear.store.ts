import { desc, eq } from 'drizzle-orm'
import type { Refusal } from '../../domain/kernel/refusal.ts'
import { trail } from '../platform/change/trail.tables.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'
import { staleRevision } from '../platform/change/staleRevision.ts'

/** Makes the refusal for a year changed by somebody else: who changed it last, and when. */
export async function staleYear(tx: Transaction, year: number): Promise<Refusal> {
  const [last] = await tx.select().from(trail).where(eq(trail.year, year)).orderBy(desc(trail.seq)).limit(1)
  return staleRevision(`${year}年度`, last?.actorName, last?.at)
}
