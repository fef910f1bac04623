import type { CallAnswer } from '../../../client/call.ts'

/** The paper of a meeting. */
export type Paper = CallAnswer<'GET /api/years/:year/meetings/:meeting/paper'>

/** A paper sheet in the list. */
export type PaperSheet = Paper['sheets'][number]

/** A paper sheet as one of its two people enters it. */
export type SheetDetail = CallAnswer<'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet'>

/** A line of a sheet as it is entered. */
export type SheetRow = SheetDetail['rows'][number]

/** A mark: points, a grade, or null for an abstention. */
export type Mark = number | string | null

/** Names a sheet: 党务干部第12号票. */
export function nameOfSheet({ classes }: Pick<Paper, 'classes'>, sheet: PaperSheet): string {
  return `${classes.find(({ id }) => id === sheet.voterClass)?.name ?? ''}第${sheet.number}号票`
}
