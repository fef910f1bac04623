import { and, asc, eq, sql } from 'drizzle-orm'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { draw, drawSession } from './draw.tables.ts'

/** What was drawn for a unit in a quarter, by the last draw of that quarter; a `number` above 1 means it was drawn again. */
interface Drawn {
  readonly draw: string
  readonly quarter: Quarter
  readonly number: number
  readonly round?: string
  readonly heldAt: string
  readonly lines: readonly DrawnLine[]
}

/** Lists the branches or members drawn for a unit, by quarter, in the order drawn. Only draws that were held count, and of each quarter only the last. */
export async function listDrawn(
  db: Database | Transaction,
  year: number,
  unit: string,
  purpose: DrawPurpose,
): Promise<readonly Drawn[]> {
  const rows = await db
    .select({
      id: draw.id,
      quarter: draw.quarter,
      number: draw.number,
      result: draw.result,
      round: drawSession.round,
      at: drawSession.endedAt,
    })
    .from(draw)
    .innerJoin(drawSession, eq(drawSession.id, draw.session))
    .where(
      and(
        eq(draw.year, year),
        eq(draw.unit, unit),
        eq(draw.purpose, purpose),
        eq(draw.state, 'drawn'),
        sql`not exists (select 1 from draw later where later.year = ${draw.year} and later.unit = ${draw.unit} and later.purpose = ${draw.purpose}
          and later.quarter = ${draw.quarter} and later.number > ${draw.number} and later.state = 'drawn')`,
      ),
    )
    .orderBy(asc(draw.quarter))
  return rows.map(({ id, quarter, number, result, round, at }) => ({
    draw: id,
    quarter: quarter as Quarter,
    number,
    round: round ?? undefined,
    heldAt: toInstant(at!),
    lines: result!,
  }))
}

/** Lists what was drawn in a quarter, by unit: for each unit, the last draw that was held. */
export async function listDrawnOfQuarter(
  db: Database | Transaction,
  year: number,
  quarter: number,
  purpose: DrawPurpose,
): Promise<ReadonlyMap<string, readonly DrawnLine[]>> {
  const { rows } = await db.execute<{ unit: string; result: readonly DrawnLine[] }>(sql`
    select distinct on (unit) unit, result from draw
    where year = ${year} and quarter = ${quarter} and purpose = ${purpose} and state = 'drawn' order by unit, number desc`)
  return new Map(rows.map(({ unit, result }) => [unit, result]))
}
