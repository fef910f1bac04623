import { and, eq, sql } from 'drizzle-orm'
import { isWithin } from '../../../domain/kernel/calendar.ts'
import type { LedgerCount } from '../../../domain/year/facts/facts.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { type FactOrigin, insertFacts, withdrawFacts } from '../../year/facts.store.ts'
import { ledgerCount, ledgerEntry, type ReplacedCount } from './ledger.tables.ts'

/** The source of facts counted from the ledger (台账). */
export const LEDGER_SOURCE = '台账'

/** The key of a count; each key with entries has one fact in force. */
export interface CountKey {
  readonly year: number
  readonly unit: string
  readonly counter: string
  readonly period: string
}

/** The result of a recount: the count before and after, and the imported counts that were replaced or restored. */
interface Recounted {
  readonly before: number
  readonly after: number
  readonly gaveWay: readonly LedgerCount[]
  readonly cameBack: readonly LedgerCount[]
}

interface Standing extends ReplacedCount {
  readonly place: number
}

/**
 * Recounts one key, with the year locked: one fact in force for its entries. The first entry replaces
 * imported counts of its period (or of periods within it); they come back when the last entry goes, since
 * nobody withdrew them.
 */
export async function recount(
  tx: Transaction,
  key: CountKey,
  origin: Omit<FactOrigin, 'source'>,
): Promise<Recounted> {
  const [{ count } = { count: 0 }] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.year, key.year),
        eq(ledgerEntry.unit, key.unit),
        eq(ledgerEntry.counter, key.counter),
        eq(ledgerEntry.countedIn, key.period),
        eq(ledgerEntry.state, 'inForce'),
      ),
    )
  const [held] = await tx.select().from(ledgerCount).where(of(key))
  const standing = await factsIn(tx, key)
  const own = standing.find(one => one.place === held?.fact)
  const others = standing.filter(one => one.place !== held?.fact)
  const said = { before: held?.count ?? 0, after: count }
  if (count === 0) {
    if (held === undefined) return { ...said, gaveWay: [], cameBack: [] }
    await withdrawFacts(tx, key.year, own === undefined ? [] : [own.place], origin)
    await tx.delete(ledgerCount).where(of(key))
    // What was imported anew meanwhile stands; else what gave way comes back.
    const back = others.length > 0 ? [] : held.replaced
    for (const { body, source, author } of back)
      await insertFacts(tx, key.year, { ledger: [body] }, { ...origin, source, author })
    return { ...said, gaveWay: [], cameBack: back.map(one => one.body) }
  }
  if (own !== undefined && own.body.count === count && others.length === 0)
    return { ...said, gaveWay: [], cameBack: [] }
  await withdrawFacts(
    tx,
    key.year,
    standing.map(one => one.place),
    origin,
  )
  const { unit, counter, period } = key
  const [place] = await insertFacts(
    tx,
    key.year,
    { ledger: [{ unit, counter, period, count }] },
    { ...origin, source: LEDGER_SOURCE },
  )
  // A later import goes before an earlier one.
  const replaced =
    others.length > 0
      ? others.map(({ body, source, author }) => ({ body, source, author }))
      : (held?.replaced ?? [])
  const values = { count, fact: place!, replaced }
  await tx
    .insert(ledgerCount)
    .values({ ...key, ...values })
    .onConflictDoUpdate({
      target: [ledgerCount.year, ledgerCount.unit, ledgerCount.counter, ledgerCount.period],
      set: values,
    })
  return { ...said, gaveWay: others.map(one => one.body), cameBack: [] }
}

/** Reads the ledger counts in force as the engine sees them, for all units or one. */
export async function readCounts(
  db: Database | Transaction,
  year: number,
  unit?: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly LedgerCount[]>>> {
  const { rows } = await db.execute<{ unit: string; bodies: string }>(sql`
    select unit, '[' || string_agg(body::text, ',' order by place) || ']' as bodies from fact
    where year = ${year} and kind = 'ledger' and withdrawn_at is null ${unit === undefined ? sql`` : sql`and unit = ${unit}`} group by unit`)
  return new Map(rows.map(row => [row.unit, byCounter(JSON.parse(row.bodies) as LedgerCount[])]))
}

/** Reads the imported counts of a unit that have no entries, by counter. */
export async function importedCounts(
  db: Database | Transaction,
  year: number,
  unit: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ counter: string; count: number }>(sql`
    select body ->> 'counter' as counter, count(*)::int as count from fact
    where year = ${year} and unit = ${unit} and kind = 'ledger' and withdrawn_at is null and source <> ${LEDGER_SOURCE} group by 1`)
  return new Map(rows.map(row => [row.counter, row.count]))
}

/** Registers in bulk the counts that the ledger has just written as facts. */
export async function claimCounts(tx: Transaction, year: number): Promise<void> {
  await tx.execute(sql`insert into ledger_count (year, unit, counter, period, count, fact)
    select year, unit, body ->> 'counter', body ->> 'period', (body ->> 'count')::int, place from fact
    where year = ${year} and kind = 'ledger' and withdrawn_at is null and source = ${LEDGER_SOURCE}`)
}

/** Finds the facts in force of these counters, of all units. */
export async function placesOfCounters(
  db: Database | Transaction,
  year: number,
  counters: readonly string[],
): Promise<readonly { readonly place: number; readonly body: LedgerCount }[]> {
  const { rows } = await db.execute<{ place: number; body: LedgerCount }>(sql`
    select place::float8 as place, body from fact where year = ${year} and kind = 'ledger' and withdrawn_at is null
      and ${isOneOf(sql`body ->> 'counter'`, counters)} order by place`)
  return rows
}

async function factsIn(
  tx: Transaction,
  { year, unit, counter, period }: CountKey,
): Promise<readonly Standing[]> {
  const { rows } = await tx.execute<{ place: number; body: LedgerCount; source: string; author: string }>(sql`
    select place::float8 as place, body, source, author from fact where year = ${year} and unit = ${unit} and kind = 'ledger'
      and withdrawn_at is null and body ->> 'counter' = ${counter} order by place`)
  return rows.filter(row => isWithin(row.body.period, period))
}

function byCounter(counts: readonly LedgerCount[]): ReadonlyMap<string, readonly LedgerCount[]> {
  const lists = new Map<string, LedgerCount[]>()
  for (const one of counts) {
    const list = lists.get(one.counter)
    if (list === undefined) lists.set(one.counter, [one])
    else list.push(one)
  }
  return lists
}

function of({ year, unit, counter, period }: CountKey) {
  return and(
    eq(ledgerCount.year, year),
    eq(ledgerCount.unit, unit),
    eq(ledgerCount.counter, counter),
    eq(ledgerCount.period, period),
  )
}
