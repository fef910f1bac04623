import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { ledgerEntry } from './ledger.tables.ts'

/** A stored ledger entry. */
export type StoredEntry = typeof ledgerEntry.$inferSelect

/** A ledger entry to store. */
export type NewEntry = typeof ledgerEntry.$inferInsert

type Reader = Database | Transaction

const WRITE_AT_ONCE = 2_000

/** Lists all entries of a unit, latest first, including those that no longer count. */
export async function listEntries(db: Reader, year: number, unit: string): Promise<readonly StoredEntry[]> {
  return db
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.year, year), eq(ledgerEntry.unit, unit)))
    .orderBy(desc(ledgerEntry.place))
}

/** Finds a ledger entry; `hold` locks it until the transaction ends. */
export async function findEntry(
  db: Reader,
  year: number,
  unit: string,
  id: string,
  hold?: 'hold',
): Promise<StoredEntry | undefined> {
  const found = db
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.year, year), eq(ledgerEntry.unit, unit), eq(ledgerEntry.id, id)))
  const [row] = await (hold === 'hold' ? found.for('update') : found)
  return row
}

/** Finds an entry in force that is the same: same kind, day and title, ignoring spaces. */
export async function findTwin(
  db: Reader,
  {
    year,
    unit,
    kind,
    happenedOn,
    title,
  }: Pick<StoredEntry, 'year' | 'unit' | 'kind' | 'happenedOn' | 'title'>,
  besides?: string,
): Promise<StoredEntry | undefined> {
  const rows = await db
    .select()
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.year, year),
        eq(ledgerEntry.unit, unit),
        eq(ledgerEntry.kind, kind),
        eq(ledgerEntry.happenedOn, happenedOn),
        eq(ledgerEntry.state, 'inForce'),
        sql`regexp_replace(${ledgerEntry.title}, '\\s', '', 'g') = ${title.replaceAll(/\s/g, '')}`,
      ),
    )
  return rows.find(row => row.id !== besides)
}

/** Stores entries, a few thousand per statement. */
export async function insertEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += WRITE_AT_ONCE) {
    const chunk = entries.slice(at, at + WRITE_AT_ONCE)
    await tx.execute(sql`insert into ledger_entry (id, year, unit, kind, counter, title, happened_on, period, counted_in, participants, note,
        cited, late, late_reason, entered_on, entered_at, entered_by, corrects)
      select e.id, e.year, e.unit, e.kind, e.counter, e.title, e."happenedOn", e.period, e."countedIn", e.participants, e.note,
        e.cited, e.late, e."lateReason", e."enteredOn", e."enteredAt", e."enteredBy", e.corrects
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as e(id uuid, year int, unit text, kind text, counter text, title text,
        "happenedOn" text, period text, "countedIn" text, participants int, note text, cited text[], late boolean, "lateReason" text,
        "enteredOn" text, "enteredAt" timestamptz, "enteredBy" text, corrects uuid)`)
  }
}

/** Ends a ledger entry: replaced by another, or withdrawn. */
export async function endEntry(
  tx: Transaction,
  id: string,
  {
    state,
    reason,
    by,
    at,
  }: {
    readonly state: 'replaced' | 'withdrawn'
    readonly reason: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .update(ledgerEntry)
    .set({ state, endedReason: reason, endedBy: by, endedAt: at.toISOString() })
    .where(eq(ledgerEntry.id, id))
}

/** Summarizes the entries of each unit, all units in one statement. */
export async function countEntries(
  db: Reader,
  year: number,
): Promise<
  ReadonlyMap<string, { readonly entries: number; readonly late: number; readonly lastOn: string }>
> {
  const { rows } = await db.execute<{ unit: string; entries: number; late: number; last: string }>(sql`
    select unit, count(*)::int as entries, (count(*) filter (where late))::int as late, max(entered_on) as last
    from ledger_entry where year = ${year} and state = 'inForce' group by unit`)
  return new Map(rows.map(({ unit, entries, late, last }) => [unit, { entries, late, lastOn: last }]))
}
