import { sql } from 'drizzle-orm'
import { emptyFacts } from '../../domain/year/facts/emptyFacts.ts'
import type { CycleFacts } from '../../domain/year/facts/facts.ts'
import type { Database, Transaction } from '../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../platform/yieldToEventLoop.ts'
import type { FactBody, FactKind } from './year.tables.ts'

/** 已读的事实 of a year as of `revision`; `places` are the numbers of the same facts in the database, list by list in the same order. */
export interface LoadedFacts {
  readonly revision: number
  readonly facts: CycleFacts
  readonly places: { readonly [K in FactKind]: readonly number[] }
}

/** 事实的来历: `source` is a form, an import or a demo; `author` an account; `revision` from `bumpCycle` of the same transaction. */
export interface FactOrigin {
  readonly source: string
  readonly author: string
  readonly now: Date
  readonly revision: number
}

/** 一类事实的一页, as two texts: the facts, and their numbers in the database. */
export interface FactPage extends Record<string, unknown> {
  readonly kind: FactKind
  readonly count: number
  readonly bodies: string
  readonly places: string
}

type Reader = Database | Transaction

const READ_AT_ONCE = 10_000
const WRITE_AT_ONCE = 2_000

/** 读某年的全部事实 in the domain's shape. Ask inside a transaction of one moment (`readYear`), or with the year locked. */
export async function readFacts(db: Reader, year: number, revision: number): Promise<LoadedFacts> {
  const lists = createLists(year)
  for await (const { kind, bodies, places } of factPages(db, year)) {
    lists.add(kind, JSON.parse(bodies) as FactBody[], JSON.parse(places) as number[])
  }
  return { revision, ...lists.done() }
}

/** 某年事实的各页, each page one text a kind, in the order in which they were written. */
export async function* factPages(db: Reader, year: number): AsyncGenerator<FactPage> {
  for (let after = 0; ;) {
    const { rows } = await db.execute<FactPage & { readonly last: number }>(sql`
      select kind, count(*)::int as count, max(place)::float8 as last,
        '[' || string_agg(body::text, ',' order by place) || ']' as bodies, '[' || string_agg(place::text, ',' order by place) || ']' as places
      from (select kind, body, place from fact where year = ${year} and withdrawn_at is null and place > ${after}
        order by place limit ${READ_AT_ONCE}) as page
      group by kind`)
    yield* rows
    await yieldToEventLoop()
    after = Math.max(after, ...rows.map(page => page.last))
    if (rows.reduce((sum, page) => sum + page.count, 0) < READ_AT_ONCE) return
  }
}

/** 补读事实: what was written or withdrawn since `before`; lists without a change stay the same objects. */
export async function refreshFacts(
  db: Reader,
  year: number,
  before: LoadedFacts,
  revision: number,
): Promise<LoadedFacts> {
  const { rows } = await db.execute<FactPage & { readonly kept: boolean }>(sql`
    select kind, withdrawn_at is null as kept, count(*)::int as count,
      '[' || string_agg(case when withdrawn_at is null then body::text else 'null' end, ',' order by place) || ']' as bodies,
      '[' || string_agg(place::text, ',' order by place) || ']' as places
    from fact where year = ${year} and revision > ${before.revision} group by kind, withdrawn_at is null`)
  const lists = createLists(year, before)
  for (const { kind, kept, bodies, places } of rows.toSorted(
    (one, other) => Number(one.kept) - Number(other.kept),
  )) {
    if (kept) lists.add(kind, JSON.parse(bodies) as FactBody[], JSON.parse(places) as number[])
    else lists.remove(kind, new Set(JSON.parse(places) as number[]))
  }
  return { revision, ...lists.done() }
}

/** 写入事实 (all lists of `facts`), a few thousand a statement. Checks come before; the year is locked by `bumpCycle`. */
export async function insertFacts(
  tx: Transaction,
  year: number,
  facts: Partial<CycleFacts>,
  origin: FactOrigin,
): Promise<number> {
  let written = 0
  for (const [kind, list] of Object.entries(facts) as [FactKind, readonly FactBody[]][]) {
    if (!Array.isArray(list)) continue
    for (let at = 0; at < list.length; at += WRITE_AT_ONCE) {
      await tx.execute(sql`insert into fact (id, year, kind, unit, body, source, author, at, revision)
        select gen_random_uuid(), ${year}::int, ${kind}::text, one ->> 'unit', one, ${origin.source}::text, ${origin.author}::text,
          ${origin.now.toISOString()}::timestamptz, ${origin.revision}::bigint
        from jsonb_array_elements(${JSON.stringify(list.slice(at, at + WRITE_AT_ONCE))}::jsonb) with ordinality as listed(one, nth) order by nth`)
      await yieldToEventLoop()
    }
    written += list.length
  }
  await countAnew(tx, written)
  return written
}

const MANY = 5_000

/** 更新统计 after so many rows were written: the embedded database never counts by itself, and then takes the wrong index. */
export async function countAnew(tx: Transaction, written: number): Promise<void> {
  if (written >= MANY) await tx.execute(sql`analyze fact, roster_unit, holder, past_entry`)
}

/** 撤回事实 by their places; how many were in force. The year is locked by `bumpCycle`. */
export async function withdrawFacts(
  tx: Transaction,
  year: number,
  places: readonly number[],
  { author, now, revision }: Omit<FactOrigin, 'source'>,
): Promise<number> {
  let withdrawn = 0
  for (let at = 0; at < places.length; at += READ_AT_ONCE) {
    const { rows } = await tx.execute<{ count: number }>(sql`
      with gone as (update fact set withdrawn_at = ${now.toISOString()}::timestamptz, withdrawn_by = ${author}::text, revision = ${revision}::bigint
        where year = ${year} and withdrawn_at is null
          and place in (select jsonb_array_elements_text(${JSON.stringify(places.slice(at, at + READ_AT_ONCE))}::jsonb)::bigint) returning 1)
      select count(*)::int as count from gone`)
    withdrawn += rows[0]!.count
    await yieldToEventLoop()
  }
  return withdrawn
}

/** Lists to add to and take from; those of `before` are copied when first touched. */
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
  return {
    add(kind: FactKind, bodies: readonly FactBody[], at: readonly number[]): void {
      open(kind)
      for (const [index, body] of bodies.entries()) {
        facts[kind].push(body)
        places[kind].push(at[index]!)
      }
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
