import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { type FindingState, type SheetState, standingOf } from '../../../domain/campaign/sheet/sheetState.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import { readReplySettings } from './replySettings.ts'
import { type ListedSheet, listStored } from './sheets.store.ts'
import { sheetColumns } from '../../../contract/sheets/sheetColumns.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Served, Answered } from '../../platform/http/serveRoutes.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'

/** The list of sheets, as the contract defines it. */
type SheetList = Answered<'GET /api/years/:year/sheets'>

const ORDER = ['doubled', 'sent', 'deciding', 'replying', 'settled', 'setAside'] as const

/** Lists the sheets (核查表) for one person: first assignments with two sheets, then those that wait. A unit sees the sheets in force for it. */
export async function listSheets({
  context,
  actor,
  reach,
  params: { year },
  query: wanted,
}: Served<'GET /api/years/:year/sheets'>): Promise<SheetList> {
  const units = new Map((await readRoster(context.db, year)).units.map(unit => [unit.id, unit]))
  const today = (await whyYearClosed(context.db, year)) === undefined ? context.today() : undefined
  const rows = (await listStored(context.db, year, wanted))
    .filter(row => maySee(row, actor, reach))
    .map(row => presentSheetRow(row, units, actor, today))
    .filter(row => wanted.mine === undefined || row.mine)
    .filter(row => wanted.waiting === undefined || (row.state !== 'settled' && row.state !== 'setAside'))
  const sorted = rows.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  const { rows: sheets, paging } = await pageRows(sorted, sheetColumns, wanted)
  return {
    today: context.today(),
    settings: await readReplySettings(context.db, year),
    sheets,
    undecided: rows.reduce((sum, row) => sum + row.undecided, 0),
    paging,
  }
}

/** Checks whether a sheet is visible: with unlimited reach, every sheet; otherwise those in force and one's own. */
function maySee(
  row: Pick<ListedSheet, 'unit' | 'state' | 'sentBy' | 'team'>,
  actor: Actor,
  reach: Reach,
): boolean {
  if (!reach.has(row.unit)) return false
  return reach.all || row.state === 'inForce' || isMine(row, actor)
}

/** Presents a row of the list of sheets. */
function presentSheetRow(
  row: ListedSheet,
  units: ReadonlyMap<string, Unit>,
  actor: Actor,
  today: string | undefined,
): SheetList['sheets'][number] {
  const {
    id,
    assignment,
    round,
    roundName,
    quarter,
    kind,
    unit,
    inspectors,
    visitedOn,
    receivedAt,
    due,
    findings,
  } = row
  const own = units.get(unit)
  const lead = own?.leadUnit === undefined ? undefined : units.get(own.leadUnit)
  return {
    sheet: id,
    assignment,
    round: round ?? '',
    roundName: roundName ?? `${printQuarter(quarter)}自行核查`,
    quarter,
    by: kind,
    unit,
    unitName: own?.name ?? unit,
    leadUnitName: lead?.name,
    visitedOn,
    inspectors: [...inspectors],
    receivedAt,
    state: standingOf(stateOfListed(row), statesOf(row), today),
    due: due ?? undefined,
    findings,
    objections: row.objections,
    undecided: row.objected,
    mine: isMine(row, actor),
  }
}

function isMine({ sentBy, team }: Pick<ListedSheet, 'sentBy' | 'team'>, { id }: Actor): boolean {
  return sentBy === id || (team?.includes(id) ?? false)
}

/** Returns the state of a listed sheet. */
export function stateOfListed({ state, due, others }: ListedSheet): SheetState {
  return state === 'inForce' ? { kind: state, due: due!, others } : { kind: state }
}

/** Returns the states of its findings that matter to where it stands. */
export function statesOf({ open, objected }: ListedSheet): FindingState[] {
  return [...(open > 0 ? ['open' as const] : []), ...(objected > 0 ? ['objected' as const] : [])]
}
