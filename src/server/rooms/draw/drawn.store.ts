import { and, asc, eq, sql } from 'drizzle-orm'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { DrawnLine } from '../../../domain/campaign/draw/drawRecord.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { draw, drawSession } from './draw.tables.ts'

/** 某单位某季度抽中的, by the last draw of the quarter; `number` above 1 tells that it was drawn again. */
export interface Drawn {
  readonly draw: string
  readonly quarter: Quarter
  readonly number: number
  readonly round?: string
  readonly heldAt: string
  readonly lines: readonly DrawnLine[]
}

/** 抽中的支部或党员 of a unit, quarter by quarter, in the order in which they were drawn; only draws that were held, of each quarter the last. */
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

/** 某季度各单位抽中的, by unit: of each unit its last draw that was held. */
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
