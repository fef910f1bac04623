import { and, asc, desc, eq, gt, gte, inArray, like, lt, or, sql } from 'drizzle-orm'
import { trailGroups, type TrailGroup } from '../../../contract/trail/trailGroups.ts'
import type { TrailLine } from '../../../files/trail/trailHash.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { trail, trailHead } from '../../platform/change/trail.tables.ts'
import { rosterUnit } from '../roster/roster.tables.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { dayBegins } from '../../platform/localDays.ts'

/** Filters of the audit trail. `text` is searched in the presented sentence, so not by the database. */
export interface TrailFilters {
  readonly group?: TrailGroup
  readonly person?: string
  readonly unit?: string
  readonly year?: number
  readonly from?: Day
  readonly to?: Day
  readonly text?: string
}

/** The last line of the audit trail. */
export interface TrailHead {
  readonly seq: number
  readonly hash: string
}

/** Reads the recorded head of the trail and the number of the last existing line, at one moment: they differ only after tampering. */
export async function readHead(db: Database): Promise<TrailHead & { readonly last: number }> {
  const last = sql<number>`coalesce((select max(${trail.seq}) from ${trail}), 0)`.mapWith(Number)
  const [head] = await db.select({ seq: trailHead.seq, hash: trailHead.hash, last }).from(trailHead)
  return head!
}

/** Reads some lines of the trail before a number, latest first. */
export async function readBefore(
  db: Database,
  filters: TrailFilters,
  before: number,
  limit: number,
): Promise<readonly TrailLine[]> {
  return db
    .select()
    .from(trail)
    .where(and(lt(trail.seq, before), ...conditionsOf(filters)))
    .orderBy(desc(trail.seq))
    .limit(limit)
}

/** Reads the lines of the trail after one number up to another, in order. */
export async function readAfter(
  db: Database,
  filters: TrailFilters,
  after: number,
  upTo: number,
  limit: number,
): Promise<readonly TrailLine[]> {
  return db
    .select()
    .from(trail)
    .where(and(gt(trail.seq, after), lt(trail.seq, upTo + 1), ...conditionsOf(filters)))
    .orderBy(asc(trail.seq))
    .limit(limit)
}

/** Yields the lines of the trail in order, reading a page at a time to save memory. */
export async function* walkTrail(
  db: Database,
  filters: TrailFilters,
  upTo: number,
): AsyncGenerator<TrailLine> {
  for (let after = 0; ;) {
    const lines = await readAfter(db, filters, after, upTo, PAGE)
    yield* lines
    if (lines.length < PAGE) return
    after = lines.at(-1)!.seq
  }
}

const PAGE = 2000

function conditionsOf({ group, person, unit, year, from, to }: TrailFilters) {
  const at = sql`${trail.at} collate "C"`
  return [
    group === undefined ? undefined : inArray(trail.kind, [...trailGroups[group].kinds]),
    person === undefined ? undefined : like(trail.actorName, containing(person)),
    unit === undefined ? undefined : or(eq(trail.unit, unit), inArray(trail.unit, calledSo(unit))),
    year === undefined ? undefined : eq(trail.year, year),
    from === undefined ? undefined : gte(at, dayBegins(from, 0)),
    to === undefined ? undefined : lt(at, dayBegins(to, 1)),
  ]
}

/** Selects units whose name, in any year, contains these words. */
function calledSo(name: string) {
  return sql`(select ${rosterUnit.id} from ${rosterUnit} where ${like(rosterUnit.name, containing(name))})`
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
}
