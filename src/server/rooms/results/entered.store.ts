import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { fact } from '../../year/year.tables.ts'
import type { FactsBeside } from './checkEntered.ts'
import { type EnteredFact, ENTERED_KINDS, unitOf } from './enteredFact.ts'

/** 录入的事实的存储行. */
export type EnteredRow = typeof fact.$inferSelect

/** 取一条可在屏幕上改动的事实, held till the transaction ends. */
export async function findEntered(
  tx: Transaction,
  year: number,
  id: string,
): Promise<EnteredRow | undefined> {
  const [row] = await tx
    .select()
    .from(fact)
    .where(and(eq(fact.year, year), eq(fact.id, id), inArray(fact.kind, [...ENTERED_KINDS])))
    .for('update')
  return row
}

/** 存入一条事实. */
export async function insertEntered(
  tx: Transaction,
  year: number,
  entered: EnteredFact,
  {
    id,
    author,
    at,
    revision,
    source,
  }: {
    readonly id: string
    readonly author: string
    readonly at: Date
    readonly revision: number
    readonly source: string
  },
): Promise<void> {
  const unit = unitOf(entered) ?? null
  await tx.insert(fact).values({
    id,
    year,
    kind: entered.kind,
    unit,
    body: entered.body,
    source,
    author,
    at: at.toISOString(),
    revision,
  })
}

/** 撤回事实: they stay, and no longer count; gives how many there were. */
export async function withdrawEntered(
  tx: Transaction,
  year: number,
  ids: readonly string[],
  { by, at, revision }: { readonly by: string; readonly at: Date; readonly revision: number },
): Promise<number> {
  if (ids.length === 0) return 0
  const gone = await tx
    .update(fact)
    .set({ withdrawnAt: at.toISOString(), withdrawnBy: by, revision })
    .where(and(eq(fact.year, year), inArray(fact.id, [...ids]), isNull(fact.withdrawnAt)))
    .returning({ id: fact.id })
  return gone.length
}

/** 已有的相干事实, of the same kind and unit; without the one to be replaced. */
export async function readBeside(
  tx: Transaction,
  year: number,
  entered: EnteredFact,
  without?: string,
): Promise<FactsBeside> {
  const unit = unitOf(entered)
  const rows = await tx
    .select({ id: fact.id, body: fact.body })
    .from(fact)
    .where(
      and(
        eq(fact.year, year),
        eq(fact.kind, entered.kind),
        isNull(fact.withdrawnAt),
        unit === undefined ? isNull(fact.unit) : eq(fact.unit, unit),
      ),
    )
    .orderBy(sql`place`)
  const bodies = rows.filter(row => row.id !== without).map(row => row.body)
  return { findings: [], decisions: [], vetoes: [], annualGrades: [], [entered.kind]: bodies }
}
