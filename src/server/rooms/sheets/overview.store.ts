import { sql } from 'drizzle-orm'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { FindingState, SheetState } from '../../../domain/campaign/sheet/sheetState.ts'
import type { Database } from '../../platform/database/openDatabase.ts'

/** The main fields of a sheet, as the overview reads them. */
export interface SheetBrief extends Record<string, unknown> {
  readonly id: string
  readonly assignment: string
  readonly state: SheetState['kind']
  readonly due: string | null
}

/** The main fields of a finding. */
export interface FindingBrief extends Record<string, unknown> {
  readonly sheet: string
  readonly state: FindingState
  readonly body: Finding
}

/** Reads the sheets of a round, oldest first, with their findings. */
export async function briefsOfRound(db: Database, round: string) {
  const sheets = await db.execute<SheetBrief>(sql`
    select sheet.id, sheet.assignment, sheet.state, sheet.due from sheet join assignment on assignment.id = sheet.assignment
    where assignment.round = ${round}::uuid order by sheet.received_at, sheet.id`)
  const findings = await db.execute<FindingBrief>(sql`
    select sheet_finding.sheet, sheet_finding.state, sheet_finding.body from sheet_finding
      join sheet on sheet.id = sheet_finding.sheet join assignment on assignment.id = sheet.assignment
    where assignment.round = ${round}::uuid order by sheet_finding.sheet, sheet_finding.nth`)
  return { sheets: sheets.rows, findings: findings.rows }
}

/** Returns by unit and quarter the findings that count for the committee's rounds; a quarter inspected without findings has an empty list. */
export async function findingsByQuarter(
  db: Database,
  year: number,
): Promise<ReadonlyMap<string, ReadonlyMap<Quarter, readonly Finding[]>>> {
  const { rows } = await db.execute<{ kind: string; unit: string; body: Finding }>(sql`
    select kind, unit, body from fact where year = ${year} and kind in ('visits', 'findings') and withdrawn_at is null
      and coalesce(body ->> 'by', 'committee') = 'committee' and body ->> 'quarter' is not null`)
  const units = new Map<string, Map<Quarter, Finding[]>>()
  for (const { kind, unit, body } of rows) {
    const quarters = units.get(unit) ?? new Map<Quarter, Finding[]>()
    units.set(unit, quarters)
    const list = quarters.get(body.quarter!) ?? []
    quarters.set(body.quarter!, list)
    if (kind === 'findings') list.push(body)
  }
  return units
}
