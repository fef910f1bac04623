import { and, desc, eq, sql } from 'drizzle-orm'
import type { DrawLine } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { drawList } from './draw.tables.ts'

type Reader = Database | Transaction

/** A stored version of a draw list. */
export type StoredList = typeof drawList.$inferSelect

/** A version of a draw list, without its lines. */
export type ListHead = Omit<StoredList, 'lines' | 'year'>

const head = {
  unit: drawList.unit,
  purpose: drawList.purpose,
  version: drawList.version,
  count: drawList.count,
  fingerprint: drawList.fingerprint,
  savedBy: drawList.savedBy,
  savedAt: drawList.savedAt,
  frozenBy: drawList.frozenBy,
  frozenAt: drawList.frozenAt,
}

/** Returns the latest version of each draw list of a year. */
export const latestLists = rememberRead(
  ['draw_list'],
  2,
  async (db: Reader, year: number): Promise<readonly ListHead[]> =>
    db
      .selectDistinctOn([drawList.unit, drawList.purpose], head)
      .from(drawList)
      .where(eq(drawList.year, year))
      .orderBy(drawList.unit, drawList.purpose, desc(drawList.version)),
)

/** Lists the versions of a unit's draw lists, latest first. */
export async function listVersions(db: Reader, year: number, unit: string): Promise<readonly ListHead[]> {
  return db
    .select(head)
    .from(drawList)
    .where(and(eq(drawList.year, year), eq(drawList.unit, unit)))
    .orderBy(drawList.purpose, desc(drawList.version))
}

/** Finds a version of a draw list; by default the latest. */
export async function findList(
  db: Reader,
  key: { readonly year: number; readonly unit: string; readonly purpose: DrawPurpose },
  version?: number,
): Promise<StoredList | undefined> {
  const [found] = await db
    .select()
    .from(drawList)
    .where(
      and(
        eq(drawList.year, key.year),
        eq(drawList.unit, key.unit),
        eq(drawList.purpose, key.purpose),
        version === undefined ? undefined : eq(drawList.version, version),
      ),
    )
    .orderBy(desc(drawList.version))
    .limit(1)
  return found
}

/** Stores a version of a draw list; returns `false` if that version already exists. */
export async function insertList(tx: Transaction, list: typeof drawList.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(drawList)
    .values(list)
    .onConflictDoNothing()
    .returning({ version: drawList.version })
  return made.length > 0
}

/** Freezes the latest version of each list that is not yet frozen; returns what was frozen. */
export async function freezeLatest(
  tx: Transaction,
  { year, purpose, units, by, at }: FreezeOf,
): Promise<readonly { readonly unit: string; readonly version: number; readonly fingerprint: string }[]> {
  const { rows } = await tx.execute<{ unit: string; version: number; fingerprint: string }>(sql`
    update draw_list set frozen_by = ${by}, frozen_at = ${at.toISOString()}::timestamptz
    from (select distinct on (unit) unit, version from draw_list
      where year = ${year} and purpose = ${purpose} and ${isOneOf(sql`unit`, units)}
      order by unit, version desc) last
    where draw_list.year = ${year} and draw_list.purpose = ${purpose} and draw_list.unit = last.unit and draw_list.version = last.version
      and draw_list.frozen_at is null
    returning draw_list.unit, draw_list.version, draw_list.fingerprint`)
  return rows.toSorted((one, other) => (one.unit < other.unit ? -1 : 1))
}

interface FreezeOf {
  readonly year: number
  readonly purpose: DrawPurpose
  readonly units: readonly string[]
  readonly by: string
  readonly at: Date
}

/** Stores first versions of draw lists in bulk, for the demo year. */
export async function insertLists(
  tx: Transaction,
  lists: readonly {
    readonly unit: string
    readonly purpose: DrawPurpose
    readonly lines: readonly DrawLine[]
    readonly fingerprint: string
  }[],
  { year, by, at }: { readonly year: number; readonly by: string; readonly at: Date },
): Promise<void> {
  for (let from = 0; from < lists.length; from += 1000) {
    await tx.execute(sql`insert into draw_list (year, unit, purpose, version, lines, count, fingerprint, saved_by, saved_at)
      select ${year}::int, l.unit, l.purpose, 1, l.lines, jsonb_array_length(l.lines), l.fingerprint, ${by}::text, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(lists.slice(from, from + 1000))}::jsonb) as l(unit text, purpose text, lines jsonb, fingerprint text)`)
  }
}
