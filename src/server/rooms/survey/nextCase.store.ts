import { sql } from 'drizzle-orm'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { type CaseRow, findCase, parkCases } from './cases.store.ts'
import { cellOf } from './cell.ts'
import { within } from './within.ts'

/** How many interviews are wanted of a unit and group. */
interface Quota {
  readonly unit: string
  readonly group: string
  readonly size: number
}

/** Where and when the next case is looked for. */
interface NextCase {
  readonly survey: string
  /** Office time, e.g. `2018-11-20T19:30`. */
  readonly at: string
  /** The band of hours it is now, as `lastTried` names it. */
  readonly band: string
  readonly wanted: readonly Quota[]
  /** Cases on desks, and those whose call has ended and is not entered yet. */
  readonly busy: readonly string[]
  /** Whole interviews among the latter, by unit and group. */
  readonly whole: ReadonlyMap<string, number>
  /** Whether a case is still free, now that nobody else can take it. */
  isFree(id: string): Promise<boolean>
}

/** Cases that are looked at in one go. */
const LOOKED_AT = 50

/**
 * Finds the next case and keeps others from it until the transaction ends: appointments that are due, then
 * fresh numbers in drawn order, then those to be tried again that were not tried in this band of this day,
 * the longest untried first. A unit's group with enough answers, counted now, is passed over, and so is a
 * case that somebody else is taking. No row of a case is written or locked. If there is none, counts what
 * is left.
 */
export async function findNext(
  tx: Transaction,
  next: NextCase,
): Promise<{ readonly row: CaseRow } | { readonly row?: undefined; readonly left: Waiting }> {
  const { survey, at, band, wanted, whole, isFree } = next
  const sizes = new Map(wanted.map(one => [cellOf(one), one.size]))
  const [busy, full] = [new Set(next.busy), await fullOf(tx, next)]
  const rules = [
    sql`c.state = 'appointment' and c.due_at <= ${at} order by c.due_at, c.id`,
    sql`c.state = 'waiting' and c.attempts = 0 order by c.asked_again desc, c.lot, c.id`,
    sql`c.state = 'waiting' and c.attempts > 0 and c.last_tried < ${band} order by c.last_tried, c.lot, c.id`,
  ]
  for (const rule of rules)
    for (;;) {
      const { rows } = await tx.execute<{ id: string; unit: string; group: string }>(sql`
        select c.id, c.unit, c.grp as "group" from survey_case c
        where c.survey = ${survey}::uuid and not c.parked and c.id::text not in ${within([...busy])}
          and c.unit || chr(9) || c.grp not in ${within([...full])} and ${rule} limit ${LOOKED_AT}`)
      if (rows.length === 0) break
      for (const { id, ...cell } of rows) {
        const [name, size] = [cellOf(cell), sizes.get(cellOf(cell))]
        if (full.has(name)) continue
        const sealed = size === undefined ? 0 : ((await countSealed(tx, survey, [cell])).get(name) ?? 0)
        if (size !== undefined && sealed + (whole.get(name) ?? 0) >= size) {
          if (sealed >= size) await parkCases(tx, survey, cell)
          full.add(name)
          continue
        }
        if ((await tryCase(tx, id)) && (await isFree(id))) {
          const row = await findCase(tx, survey, id)
          if (row !== undefined) return { row }
        }
        busy.add(id)
      }
    }
  return { left: await countWaiting(tx, next, full) }
}

/** What is to be called at another time, appointments apart. */
export interface Waiting {
  readonly waiting: number
  readonly appointments: number
}

async function countWaiting(
  tx: Transaction,
  { survey, busy }: NextCase,
  full: ReadonlySet<string>,
): Promise<Waiting> {
  const { rows } = await tx.execute<{ waiting: number; appointments: number }>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'appointment')::int as appointments
    from survey_case c where survey = ${survey}::uuid and state in ('waiting', 'appointment') and not parked
      and c.id::text not in ${within(busy)} and c.unit || chr(9) || c.grp not in ${within([...full])}`)
  return rows[0]!
}

/** Parks the cases of those units' groups that have enough answers. */
export async function parkFull(tx: Transaction, survey: string, wanted: readonly Quota[]): Promise<void> {
  const sealed = await countSealed(tx, survey, wanted)
  for (const one of wanted) if ((sealed.get(cellOf(one)) ?? 0) >= one.size) await parkCases(tx, survey, one)
}

/** The units' groups that calls not entered yet have filled. */
async function fullOf(tx: Transaction, { survey, wanted, whole }: NextCase): Promise<Set<string>> {
  const touched = wanted.filter(one => whole.has(cellOf(one)))
  const sealed = touched.length === 0 ? new Map<string, number>() : await countSealed(tx, survey, touched)
  const isFull = (one: Quota) => (sealed.get(cellOf(one)) ?? 0) + whole.get(cellOf(one))! >= one.size
  return new Set(touched.filter(isFull).map(cellOf))
}

/** Counts the whole sealed answers of some units' groups. */
async function countSealed(
  tx: Transaction,
  survey: string,
  cells: readonly Omit<Quota, 'size'>[],
): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ unit: string; group: string; answers: number }>(sql`
    select c.unit, c."group", (select count(*)::int from survey_sealed s
      where s.survey = ${survey}::uuid and s.unit = c.unit and s.grp = c."group" and s.final) as answers
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(unit text, "group" text)`)
  return new Map(rows.map(({ answers, ...cell }) => [cellOf(cell), answers]))
}

/** Keeps others from a case until the transaction ends; false where somebody else is at it. */
async function tryCase(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await tx.execute<{ is: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`survey-case:${id}`})) as is`,
  )
  return rows[0]!.is
}
