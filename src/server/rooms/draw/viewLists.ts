import { drawListColumns } from '../../../contract/draw/drawListColumns.ts'
import { drawPurposes } from '../../../domain/campaign/draw/drawPurpose.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { findCycle } from '../../office/roster/unit.store.ts'
import { tallyDraws } from './draw.store.ts'
import { findList, latestLists, listVersions } from './drawList.store.ts'
import { type ListVersion, presentLine, presentVersion, textOfList, type UnitList } from './presentList.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

type Overview = Answered<'GET /api/years/:year/draw-lists'>
type UnitLists = Answered<'GET /api/years/:year/units/:unit/draw-lists'>

/** Gives an overview of the draw lists of the units that somebody may see, by name, without closed units. */
export async function viewLists({
  context: { db, today },
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/draw-lists'>): Promise<Overview | Refusal> {
  if ((await findCycle(db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  const [{ units }, lists, tally] = [
    await readRoster(db, year),
    await latestLists(db, year),
    await tallyDraws(db, year),
  ]
  const names = new Map(units.map(unit => [unit.id, unit.name]))
  const listsOf = Map.groupBy(lists, list => list.unit)
  const drawsOf = Map.groupBy(tally, one => one.unit)
  const order = new Intl.Collator('zh')
  const open = units.filter(
    unit => reach.has(unit.id) && (unit.closesOn === undefined || unit.closesOn >= today()),
  )
  const lines = open
    .map(({ id, name, leadUnit }) => ({
      unit: id,
      unitName: name,
      leadUnitName: leadUnit === undefined ? undefined : (names.get(leadUnit) ?? leadUnit),
      lists: Object.fromEntries(
        (listsOf.get(id) ?? []).map(({ purpose, version, count, frozenAt }) => [
          purpose,
          { version, count, frozen: frozenAt !== null },
        ]),
      ),
      drawn: (drawsOf.get(id) ?? [])
        .filter(one => one.times > 0)
        .map(({ purpose, quarter, times }) => ({ purpose, quarter, times })),
      waiting: (drawsOf.get(id) ?? []).flatMap(({ purpose, quarter, waiting }) =>
        waiting === null ? [] : [{ purpose, quarter, draw: waiting }],
      ),
    }))
    .toSorted((one, other) => order.compare(one.unitName, other.unitName))
  const { rows, paging } = await pageRows(lines, drawListColumns, query)
  return { year, units: rows, paging }
}

/** Shows the draw lists of a unit: for each purpose, the latest version in full and the heads of the earlier ones. */
export async function viewUnitLists(
  { db, years }: AppContext,
  year: number,
  unit: string,
): Promise<UnitLists | Refusal> {
  const unitName = await years.nameOf(year, unit)
  if (unitName === undefined) return refuse('noSuchUnit', { unit })
  const versions = await listVersions(db, year, unit)
  const lists: UnitList[] = []
  for (const purpose of drawPurposes) {
    const latest = await findList(db, { year, unit, purpose })
    lists.push({
      purpose,
      lines: (latest?.lines ?? []).map(presentLine),
      text: latest === undefined ? '' : textOfList(latest, latest.lines),
      versions: versions.filter(one => one.purpose === purpose).map(presentVersion),
    })
  }
  return { year, unit, unitName, lists }
}

/** Shows one version of a draw list. */
export async function viewListVersion({
  context: { db },
  params: { version, ...key },
}: Served<'GET /api/years/:year/units/:unit/draw-lists/:purpose/:version'>): Promise<
  (ListVersion & Pick<UnitList, 'lines' | 'text'>) | Refusal
> {
  const found = await findList(db, key, version)
  if (found === undefined) return refuse('notFound', { what: `名单第${version}版` })
  return {
    ...presentVersion(found),
    lines: found.lines.map(presentLine),
    text: textOfList(found, found.lines),
  }
}
