import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { emptyFacts } from '../../domain/year/facts/emptyFacts.ts'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import { isOneOf } from '../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../platform/yieldToEventLoop.ts'
import { fact, type FactBody, type FactKind } from './year.tables.ts'

/** The facts of a year as of `revision`; `places` are their numbers in the database, list by list in the same order. */
export interface LoadedFacts {
  readonly revision: number
  readonly facts: CycleFacts
  readonly places: { readonly [K in FactKind]: readonly number[] }
}

/** The origin of facts: `source` is a form, an import or a demo; `author` an account; `revision` from `bumpCycle` of the same transaction. */
export interface FactOrigin {
  readonly source: string
  readonly author: string
  readonly now: Date
  readonly revision: number
  /** The record of the room that wrote it, e.g. `sheet:<id>`. */
  readonly record?: string
}

/** One row of the fact table. */
export type StoredFact = typeof fact.$inferSelect

/** A fact to be written, with an id assigned beforehand. */
type NewFact<K extends FactKind = FactKind> = {
  readonly [Kind in K]: { readonly id: string; readonly kind: Kind; readonly body: FactBody<Kind> }
}[K]

/** A page of facts of one kind, as two texts: the facts, and their numbers in the database. */
export interface FactPage extends Record<string, unknown> {
  readonly kind: FactKind
  readonly count: number
  readonly bodies: string
  readonly places: string
}

type Reader = Database | Transaction

const READ_AT_ONCE = 10_000
const WRITE_AT_ONCE = 2_000

/** Reads all facts of a year in the domain's shape; with `before` those that held just before an instant. Call it inside a single-snapshot transaction (`readYear`), or with the year locked. */
export async function readFacts(
  db: Reader,
  year: number,
  revision: number,
  before?: string,
): Promise<LoadedFacts> {
  const lists = createLists(year)
  for await (const { kind, bodies, places } of factPages(db, year, before)) {
    lists.add(kind, JSON.parse(bodies) as FactBody[], JSON.parse(places) as number[])
  }
  return { revision, ...lists.done() }
}

/** Yields the facts of a year in pages, each one text per kind, in the order in which they were written. */
export async function* factPages(db: Reader, year: number, before?: string): AsyncGenerator<FactPage> {
  const held =
    before === undefined
      ? sql`withdrawn_at is null`
      : sql`at < ${before}::timestamptz and (withdrawn_at is null or withdrawn_at >= ${before}::timestamptz)`
  for (let after = 0; ;) {
    const { rows } = await db.execute<FactPage & { readonly last: number }>(sql`
      select kind, count(*)::int as count, max(place)::float8 as last,
        '[' || string_agg(body::text, ',' order by place) || ']' as bodies, '[' || string_agg(place::text, ',' order by place) || ']' as places
      from (select kind, body, place from fact where year = ${year} and ${held} and place > ${after}
        order by place limit ${READ_AT_ONCE}) as page
      group by kind`)
    yield* rows
    await yieldToEventLoop()
    after = Math.max(after, ...rows.map(page => page.last))
    if (rows.reduce((sum, page) => sum + page.count, 0) < READ_AT_ONCE) return
  }
}

/** Refreshes facts: reads what was written or withdrawn since `before`; unchanged lists stay the same objects. */
export async function refreshFacts(
  db: Reader,
  year: number,
  before: LoadedFacts,
  revision: number,
): Promise<LoadedFacts> {
  const moved = { where: sql`revision > ${before.revision}`, joins: sql`withdrawn_at is null` }
  return { revision, ...(await moveFacts(db, year, before, moved)) }
}

/** Winds facts back to just before an instant: drops what was written since and takes up what was withdrawn since; what held then and still holds is not read again. */
export async function rewindFacts(
  db: Reader,
  year: number,
  now: LoadedFacts,
  before: string,
): Promise<LoadedFacts> {
  const joins = sql`at < ${before}::timestamptz`
  // What was withdrawn after the revision of `now` is among its facts.
  const where = sql`(at >= ${before}::timestamptz or (withdrawn_at >= ${before}::timestamptz and revision <= ${now.revision}))`
  return { revision: 0, ...(await moveFacts(db, year, now, { where, joins })) }
}

/** Moves facts: of those `where` holds for, adds those that join and removes the others. */
async function moveFacts(
  db: Reader,
  year: number,
  from: LoadedFacts,
  { where, joins }: { readonly where: SQL; readonly joins: SQL },
): Promise<Omit<LoadedFacts, 'revision'>> {
  const { rows } = await db.execute<FactPage & { readonly kept: boolean }>(sql`
    select kind, kept, count(*)::int as count,
      '[' || string_agg(case when kept then body::text else 'null' end, ',' order by place) || ']' as bodies,
      '[' || string_agg(place::text, ',' order by place) || ']' as places
    from (select kind, body, place, ${joins} as kept from fact where year = ${year} and ${where}) as moved
    group by kind, kept`)
  const lists = createLists(year, from)
  for (const { kind, kept, bodies, places } of rows.toSorted(
    (one, other) => Number(one.kept) - Number(other.kept),
  )) {
    if (kept) lists.add(kind, JSON.parse(bodies) as FactBody[], JSON.parse(places) as number[])
    else lists.remove(kind, new Set(JSON.parse(places) as number[]))
  }
  return lists.done()
}

/** Inserts facts (all lists of `facts`), a few thousand per statement; returns their places in the order given. Checks come before; the year is locked by `bumpCycle`. */
export async function insertFacts(
  tx: Transaction,
  year: number,
  facts: Partial<CycleFacts>,
  origin: FactOrigin,
): Promise<readonly number[]> {
  const written: number[] = []
  for (const [kind, list] of Object.entries(facts) as [FactKind, readonly FactBody[]][]) {
    if (!Array.isArray(list)) continue
    for (let at = 0; at < list.length; at += WRITE_AT_ONCE) {
      const { rows } = await tx.execute<{
        place: number
      }>(sql`insert into fact (id, year, kind, unit, body, source, author, at, revision)
        select gen_random_uuid(), ${year}::int, ${kind}::text, one ->> 'unit', one, ${origin.source}::text, ${origin.author}::text,
          ${origin.now.toISOString()}::timestamptz, ${origin.revision}::bigint
        from jsonb_array_elements(${JSON.stringify(list.slice(at, at + WRITE_AT_ONCE))}::jsonb) with ordinality as listed(one, nth) order by nth returning place::float8 as place`)
      written.push(...rows.map(row => row.place).toSorted((one, other) => one - other))
      await yieldToEventLoop()
    }
  }
  await countAnew(tx, written.length)
  return written
}

/** Inserts a few facts with ids assigned beforehand. Checks come before; the year is locked by `bumpCycle`. */
export async function enterFacts(
  tx: Transaction,
  year: number,
  facts: readonly NewFact[],
  { source, author, now, revision, record }: FactOrigin,
): Promise<void> {
  if (facts.length === 0) return
  const at = { source, author, at: now.toISOString(), revision, origin: record ?? null }
  await tx
    .insert(fact)
    .values(facts.map(one => ({ ...one, year, unit: (one.body as { unit?: string }).unit ?? null, ...at })))
}

/** Finds a fact by its id and locks it until the transaction ends. */
export async function findFact(tx: Transaction, year: number, id: string): Promise<StoredFact | undefined> {
  const [row] = await tx
    .select()
    .from(fact)
    .where(and(eq(fact.year, year), eq(fact.id, id)))
    .for('update')
  return row
}

/** Reads the facts of some kinds in force for a unit (or those of no unit), except the one to be replaced. */
export async function readFactsOf<K extends FactKind>(
  db: Reader,
  year: number,
  unit: string | undefined,
  kinds: readonly K[],
  without?: string,
): Promise<{ readonly [Kind in K]: readonly FactBody<Kind>[] }> {
  const rows = await db
    .select({ id: fact.id, kind: fact.kind, body: fact.body })
    .from(fact)
    .where(
      and(
        eq(fact.year, year),
        unit === undefined ? isNull(fact.unit) : eq(fact.unit, unit),
        inArray(fact.kind, [...kinds]),
        isNull(fact.withdrawnAt),
      ),
    )
    .orderBy(fact.place)
  const lists = Object.fromEntries(kinds.map(kind => [kind, [] as FactBody[]])) as Record<K, FactBody[]>
  for (const { id, kind, body } of rows) if (id !== without) lists[kind as K].push(body)
  return lists as never
}

/** Changes the source of facts, for those the demo year already has. */
export async function claimFacts(tx: Transaction, places: readonly number[], source: string): Promise<void> {
  await tx.execute(sql`update fact set source = ${source}
    where ${isOneOf(fact.place, places, 'bigint')}`)
}

const MANY = 5_000

/** Updates statistics after many rows were written: the embedded database never does so by itself, and would use the wrong index. */
export async function countAnew(tx: Transaction, written: number): Promise<void> {
  if (written >= MANY) await tx.execute(sql`analyze fact, roster_unit, holder, past_entry`)
}

/** Withdraws facts by their places or ids and returns how many were in force: they stay, but no longer count. The year is locked by `bumpCycle`. */
export async function withdrawFacts(
  tx: Transaction,
  year: number,
  facts: readonly number[] | readonly string[],
  { author, now, revision }: Omit<FactOrigin, 'source'>,
): Promise<number> {
  let withdrawn = 0
  const [key, type] =
    typeof facts[0] === 'string' ? ([fact.id, 'uuid'] as const) : ([fact.place, 'bigint'] as const)
  for (let at = 0; at < facts.length; at += READ_AT_ONCE) {
    const { rows } = await tx.execute<{ count: number }>(sql`
      with gone as (update fact set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${author}::text, revision = ${revision}::bigint
        where year = ${year} and withdrawn_at is null
          and ${isOneOf(key, facts.slice(at, at + READ_AT_ONCE), type)} returning 1)
      select count(*)::int as count from gone`)
    withdrawn += rows[0]!.count
    await yieldToEventLoop()
  }
  return withdrawn
}

/** Creates lists for adding and removing; those of `before` are copied on first change. */
function createLists(year: number, before?: LoadedFacts) {
  const facts = { ...(before?.facts ?? emptyFacts(year)) } as Record<FactKind, FactBody[]> & { cycle: number }
  const places = { ...(before?.places ?? placesOf(emptyFacts(year))) } as Record<FactKind, number[]>
  const own = new Set<FactKind>()
  const open = (kind: FactKind): void => {
    if (own.has(kind)) return
    own.add(kind)
    facts[kind] = [...facts[kind]]
    places[kind] = [...places[kind]]
  }
  const sort = (kind: FactKind): void => {
    const [bodies, held] = [facts[kind], places[kind]]
    const order = held.map((_, index) => index).sort((one, other) => held[one]! - held[other]!)
    facts[kind] = order.map(index => bodies[index]!)
    places[kind] = order.map(index => held[index]!)
  }
  return {
    add(kind: FactKind, bodies: readonly FactBody[], at: readonly number[]): void {
      open(kind)
      const isLater = (places[kind].at(-1) ?? 0) < (at[0] ?? 0)
      for (const [index, body] of bodies.entries()) {
        facts[kind].push(body)
        places[kind].push(at[index]!)
      }
      if (!isLater) sort(kind)
    },
    remove(kind: FactKind, gone: ReadonlySet<number>): void {
      own.add(kind)
      const held = places[kind]
      facts[kind] = facts[kind].filter((_, index) => !gone.has(held[index]!))
      places[kind] = held.filter(place => !gone.has(place))
    },
    done: () => ({ facts: facts as unknown as CycleFacts, places }),
  }
}

function placesOf(facts: CycleFacts): Record<FactKind, number[]> {
  const kinds = Object.keys(facts).filter(key => key !== 'cycle')
  return Object.fromEntries(kinds.map(kind => [kind, []])) as unknown as Record<FactKind, number[]>
}
