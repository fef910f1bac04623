import { desc, eq } from 'drizzle-orm'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { formatInstant } from '../platform/formatInstant.ts'
import { trail } from '../platform/change/trail.tables.ts'
import type { Transaction } from '../platform/database/openDatabase.ts'

/** Makes the refusal for a year changed by somebody else: who changed it last, and when. */
export async function staleYear(tx: Transaction, year: number): Promise<Refusal> {
  const [last] = await tx.select().from(trail).where(eq(trail.year, year)).orderBy(desc(trail.seq)).limit(1)
  return refuse('staleRevision', {
    what: `${year}年度`,
    by: last?.actorName ?? '他人',
    at: last === undefined ? '刚才' : formatInstant(last.at),
  })
}
