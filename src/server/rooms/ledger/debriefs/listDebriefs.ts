import { debriefColumns } from '../../../../contract/ledger/debriefColumns.ts'
import {
  type DebriefSide,
  debriefSidesOf,
  type DebriefStanding,
  debriefStandings,
  standingOfAll,
  standingOfPart,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { Unit } from '../../../../domain/year/roster/roster.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import { pageRows } from '../../../platform/lists/pageRows.ts'
import { loadYear } from '../../../year/loadYear.ts'
import { readDebriefs, type StoredDebrief } from './debriefs.store.ts'

type Debriefs = Answered<'GET /api/years/:year/debriefs'>

/** Somebody who holds a dual debrief, as shown. */
export type ShownDebrief = Debriefs['people'][number]

const ORDER = Object.keys(debriefStandings) as readonly DebriefStanding[]

/** Lists who holds a dual debrief within reach, those who are late first. (六（四）) */
export async function listDebriefs({
  context,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/debriefs'>): Promise<Debriefs | Refusal> {
  const found = await linesAndSides(context, year, unit => reach.has(unit))
  if (isRefusal(found)) return found
  const { all, sides } = found
  const within = query.of === undefined ? all : all.filter(({ id }) => id === query.of)
  const { rows: people, paging } = await pageRows(within, debriefColumns, query)
  return { year, today: context.today(), sides: [...sides], people, paging }
}

/** Returns the lines of a year of these units. */
export async function debriefLines(
  context: Pick<AppContext, 'db' | 'today'>,
  year: number,
  isWithin: (unit: string) => boolean,
): Promise<readonly ShownDebrief[] | Refusal> {
  const found = await linesAndSides(context, year, isWithin)
  return isRefusal(found) ? found : found.all
}

async function linesAndSides(
  { db, today }: Pick<AppContext, 'db' | 'today'>,
  year: number,
  isWithin: (unit: string) => boolean,
): Promise<{ readonly all: ShownDebrief[]; readonly sides: readonly DebriefSide[] } | Refusal> {
  const found = await loadYear(db, year)
  if (isRefusal(found)) return found
  const all = (await readDebriefs(db, year))
    .filter(({ unit }) => isWithin(unit))
    .map(row => presentDebrief(row, found, today()))
    .toSorted((one, other) => ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing))
  return { all, sides: debriefSidesOf(found.scheme) }
}

/** Presents one person with each debrief. What the scheme does not ask for is never late. */
export function presentDebrief(
  row: StoredDebrief,
  { scheme, units }: { readonly scheme: Scheme; readonly units: ReadonlyMap<string, Unit> },
  today: Day,
): ShownDebrief {
  const sides = debriefSidesOf(scheme)
  const unit = units.get(row.unit)
  const lead = unit?.leadUnit === undefined ? undefined : units.get(unit.leadUnit)
  const show = (side: DebriefSide) => {
    const part = row[side]
    return {
      ...part,
      voters: part.voters && ([...part.voters] as [number, number]),
      marks: part.marks && [...part.marks],
      standing:
        sides.includes(side) || part.heldOn !== undefined
          ? standingOfPart(part, row.year, today)
          : 'unplanned',
    }
  }
  return {
    id: row.id,
    unit: row.unit,
    unitName: unit?.name ?? row.unit,
    leadUnitName: lead?.name,
    name: row.name,
    post: row.post,
    branch: row.branch,
    superior: show('superior'),
    members: show('members'),
    together: show('together'),
    standing: standingOfAll(
      sides.map(side => row[side]),
      row.year,
      today,
    ),
    guidance: row.guidance,
    guidedBy: row.guidedBy ?? undefined,
    guidedOn: row.guidedOn ?? undefined,
    revision: row.revision,
  }
}
