import { dayIn } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { History } from '../../../domain/year/history/history.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { readHistory } from '../../year/history.store.ts'
import { newRemedy } from './keepRemedies.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { insertRemedies } from './remedies.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Lists problems from last year's result: one for each row in which a unit lost points; those already listed stay. `lastYearUnknown`. (六（一）) */
export async function remediesFromLastYear({
  context,
  actor,
  change,
  params: { year },
  body: { deadline },
}: Served<'POST /api/years/:year/remedies/from-last-year'>): Promise<
  { added: number; units: number } | Refusal
> {
  return change<{ added: number; units: number }>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const scheme = await schemeOfYear(tx, year)
    if (isRefusal(scheme)) return scheme
    const problems = lostLastYear(scheme, await readHistory(tx, year), year)
    if (problems === undefined) return refuse('lastYearUnknown', { year: year - 1 })
    const { units } = await readRoster(tx, year)
    const heirs = new Map(
      units.flatMap(unit => [unit.id, ...(unit.succeeds ?? [])].map(id => [id, unit.id] as const)),
    )
    const until = deadline ?? dayIn(year, '06-30')
    const items = problems.flatMap(({ unit, row, problem }) => {
      const heir = heirs.get(unit)
      return heir === undefined
        ? []
        : [
            newRemedy(context, actor, { year, unit: heir }, 'lastYear', {
              problem,
              row,
              measure: '',
              deadline: until,
            }),
          ]
    })
    const added = await insertRemedies(tx, items)
    const concerned = new Set(items.map(item => item.unit)).size
    return {
      answer: { added, units: concerned },
      events: [
        {
          kind: 'remediesListed',
          year,
          values: { from: `${year - 1}年度失分的行`, items: added, units: concerned },
        },
      ],
    }
  })
}

/** Words the rows in which units lost points last year as problems; `undefined` if nothing is known of last year. */
export function lostLastYear(scheme: Scheme, { years }: History, year: number) {
  const last = years.find(one => one.cycle === year - 1)
  const titles = new Map(
    scheme.rubrics.flatMap(rubric => rubric.rows.map(row => [row.id, row.title] as const)),
  )
  return last?.entries.flatMap(({ unit, rowsLost = [] }) =>
    rowsLost.map(row => ({
      unit,
      row,
      // A quotation within the title becomes an inner one.
      problem: `${year - 1}年度“${(titles.get(row) ?? row).replaceAll('“', '‘').replaceAll('”', '’')}”有失分，须查明原因并整改`,
    })),
  )
}
