import type { z } from 'zod'
import type { remedyItem } from '../../../contract/ledger/ledgerParts.ts'
import { remedyOriginNames, remedyStateNames } from '../../../contract/ledger/remedyNames.ts'
import { isOpenRemedy, remedyColumns } from '../../../contract/ledger/remedyColumns.ts'
import { isRefusal, refuse } from '../../../domain/kernel/refusal.ts'
import { listAttached } from '../../office/files/attachFiles.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { readRemedies, type StoredRemedy, titlesOf } from './remedies.store.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { unitNames } from '../../office/roster/unit.store.ts'

/** Returns what the files of a remedy belong to: a unit's self-check, or a problem raised with it. */
export function remedyOwner({ origin }: Pick<StoredRemedy, 'origin'>): 'selfCheck' | 'problem' {
  return origin === 'self' ? 'selfCheck' : 'problem'
}

/** Lists the self-checks and the problems of last year of all units within reach. */
export async function listRemedies({
  context,
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/remedies'>) {
  const items = await itemsOn(context.db, `${year} ${context.today()}`)
  if (isRefusal(items)) return items
  const within = items.filter(
    item => reach.has(item.unit) && (query.of === undefined || item.id === query.of),
  )
  const { rows, paging } = await pageRows(within.toSorted(byUrgency), remedyColumns, query)
  return { year, today: context.today(), items: rows, paging }
}

/** All items of a year as they stand on a day; the key holds both. */
const itemsOn = rememberRead(
  ['remedy', 'ledger_entry', 'attachment', 'file', 'roster_unit', 'cycle', 'scheme_version'],
  2,
  async (db: AppContext['db'], key: string) => {
    const [year, today] = [Number(key.split(' ')[0]), key.split(' ')[1]!]
    return presentRemedies(db, today, year, await readRemedies(db, year))
  },
)

type Item = z.output<typeof remedyItem>

/** Overdue first, then what is open by its day, and what is done last. */
function byUrgency(one: Item, other: Item): number {
  return (
    Number(other.overdue) - Number(one.overdue) ||
    Number(isOpenRemedy(other)) - Number(isOpenRemedy(one)) ||
    (one.deadline ?? '9999').localeCompare(other.deadline ?? '9999')
  )
}

/** Lists the self-checks and the problems of last year of one unit. */
export async function listOwnRemedies({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/remedies'>) {
  const name = await context.years.nameOf(year, unit)
  if (name === undefined) return refuse('noSuchUnit', { unit })
  const told = await presentRemedies(
    context.db,
    context.today(),
    year,
    await readRemedies(context.db, year, unit),
  )
  return isRefusal(told) ? told : { year, unit, unitName: name, today: context.today(), items: told }
}

async function presentRemedies(
  db: AppContext['db'],
  today: string,
  year: number,
  items: readonly StoredRemedy[],
) {
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const rows = new Map(scheme.rubrics.flatMap(rubric => rubric.rows.map(row => [row.id, row] as const)))
  const names = await unitNames(db, year)
  const titles = await titlesOf(
    db,
    year,
    items.flatMap(item => item.entries),
  )
  const idsOf = (owner: 'selfCheck' | 'problem') =>
    items.filter(item => remedyOwner(item) === owner).map(item => item.id)
  const files = new Map([
    ...(await listAttached(db, 'selfCheck', idsOf('selfCheck'))),
    ...(await listAttached(db, 'problem', idsOf('problem'))),
  ])
  return items.map((item): z.output<typeof remedyItem> => {
    const row = item.row === null ? undefined : rows.get(item.row)
    const isOpen = isOpenRemedy(item)
    return {
      id: item.id,
      unit: item.unit,
      unitName: names.get(item.unit) ?? item.unit,
      origin: item.origin,
      originName: remedyOriginNames[item.origin],
      row: item.row ?? undefined,
      rowTitle: row?.title,
      citation: row?.citation,
      problem: item.problem,
      measure: item.measure,
      deadline: item.deadline ?? undefined,
      follows: item.follows ? (item.problemId ?? undefined) : undefined,
      state: item.state,
      stateName: remedyStateNames[item.state],
      overdue: isOpen && item.deadline !== null && item.deadline < today,
      result: item.result,
      entries: item.entries.flatMap(id => {
        const found = titles.get(id)
        return found === undefined ? [] : [{ id, title: found.title, happenedOn: found.happenedOn }]
      }),
      files: [...(files.get(item.id) ?? [])],
      revision: item.revision,
      changedBy: item.changedBy,
      changedAt: toInstant(item.changedAt),
    }
  })
}
