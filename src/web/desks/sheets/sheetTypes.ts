import type { CallAnswer } from '../../client/call.ts'

/** The list of inspection sheets. */
export type SheetList = CallAnswer<'GET /api/years/:year/sheets'>

/** One row of the sheet list. */
export type SheetRow = SheetList['sheets'][number]

/** One inspection sheet (核查表). */
export type Sheet = CallAnswer<'GET /api/years/:year/sheets/:sheet'>

/** One finding on an inspection sheet. */
export type SheetFinding = Sheet['rows'][number]

/** One objection. */
export type Objection = CallAnswer<'GET /api/years/:year/objections'>['objections'][number]

/** Returns the page address of an inspection sheet. */
export function addressOfSheet(year: number, sheet: string): string {
  return `/${year}/sheets/${sheet}`
}

/** Returns the page address of an objection. */
export function addressOfObjection(year: number, finding: string): string {
  return `/${year}/objections/${finding}`
}
