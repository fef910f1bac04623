import type { z } from 'zod'
import { boardColumns } from '../../../contract/ledger/boardColumns.ts'
import type { boardLine } from '../../../contract/ledger/ledgerParts.ts'
import type { UnitLedger } from '../../../domain/year/evidence/forecastRows.ts'
import { forecastUnit } from '../../../domain/year/evidence/unitForecast.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCounts } from './counts.store.ts'
import { countEntries } from './ledger.store.ts'
import { rowsFor } from './ledgerContext.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { pageRows } from '../../platform/lists/pageRows.ts'
import { loadYear } from '../../year/loadYear.ts'

/** One line of the ledger overview. */
type BoardLine = z.output<typeof boardLine>

const NO_LEDGER: UnitLedger = new Map()

/** The lines of all units on a day; the key holds the year and the day. Three database reads, however many units. */
const linesOn = rememberRead(
  ['fact', 'ledger_entry', 'cycle', 'roster_unit', 'holder', 'scheme_version'],
  2,
  async (db: AppContext['db'], key: string): Promise<readonly BoardLine[] | Refusal> => {
    const [year, today] = [Number(key.split(' ')[0]), key.split(' ')[1]!]
    const found = await loadYear(db, year)
    if (isRefusal(found)) return found
    const { scheme, roster, units } = found
    const [ledgers, entries] = [await readCounts(db, year), await countEntries(db, year)]
    const counters = new Map(scheme.counters.map(counter => [counter.id, counter.name]))
    const tiers = new Map(scheme.tiers.map(tier => [tier.id, tier.name]))
    return roster.units.flatMap((unit): BoardLine[] => {
      const rows = rowsFor(scheme, unit.tier)
      if (rows.length === 0) return []
      const { next, ...found } = forecastUnit(rows, ledgers.get(unit.id) ?? NO_LEDGER, year, today)
      const said = entries.get(unit.id)
      const lead = unit.leadUnit
      return [
        {
          unit: unit.id,
          name: unit.name,
          tier: unit.tier,
          tierName: tiers.get(unit.tier) ?? unit.tier,
          ...(lead === undefined ? {} : { leadUnit: lead, leadUnitName: units.get(lead)?.name ?? lead }),
          entries: said?.entries ?? 0,
          late: said?.late ?? 0,
          lastOn: said?.lastOn,
          ...found,
          ...(next === undefined
            ? {}
            : { next: { ...next, name: counters.get(next.counter) ?? next.counter } }),
        },
      ]
    })
  },
)

/** Gives an overview of the ledgers of all units that somebody may see, the units most behind first. */
export async function viewBoard({
  context: { db, today },
  reach,
  params: { year },
  query,
}: Served<'GET /api/years/:year/ledger/board'>) {
  const all = await linesOn(db, `${year} ${today()}`)
  if (isRefusal(all)) return all
  const lines = all.filter(line => reach.has(line.unit))
  const sorted = lines.toSorted((one, other) => other.shortNow - one.shortNow)
  const { rows, paging } = await pageRows(sorted, boardColumns, query)
  const sum = (amount: (line: BoardLine) => number): number =>
    lines.reduce((total, line) => total + amount(line), 0)
  return {
    year,
    today: today(),
    totals: {
      units: lines.length,
      keeping: lines.filter(line => line.kept > 0).length,
      behind: lines.filter(line => line.shortNow > 0).length,
      entries: sum(line => line.entries),
      late: sum(line => line.late),
      lossNow: sum(line => line.lossNow) as Points,
      lossAtEnd: sum(line => line.lossAtEnd) as Points,
    },
    lines: rows,
    paging,
  }
}
