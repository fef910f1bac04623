import type { z } from 'zod'
import type { counterStanding, rowForecast } from '../../../contract/ledger/ledgerParts.ts'
import {
  coarsened,
  type Day,
  firstDayOf,
  grainOfChecked,
  type Period,
  printPeriod,
} from '../../../domain/kernel/calendar.ts'
import { closingOf } from '../../../domain/year/evidence/periodClosing.ts'
import {
  forecastRows,
  type RowForecast,
  type UnitLedger,
} from '../../../domain/year/evidence/forecastRows.ts'
import { printRequirement } from '../../../domain/year/evidence/ledgerRules.ts'
import {
  askedCounters,
  type CounterForecast,
  forecastCounter,
} from '../../../domain/year/evidence/unitForecast.ts'
import type { Points } from '../../../domain/kernel/points.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Counter } from '../../../domain/scheme/scheme.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { countInLedger } from '../../../domain/year/evidence/ledgerCounts.ts'
import { importedCounts, readCounts } from './counts.store.ts'
import { listEntries, type StoredEntry } from './ledger.store.ts'
import { type LedgerContext, loadLedgerContext } from './ledgerContext.ts'

type Standing = z.output<typeof counterStanding>

/** Shows the counters of a unit: done, due and lacking by period, and what its rows would lose. Uses the facts that the engine reads. */
export async function viewCounters(context: AppContext, year: number, unit: string) {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const ledger: UnitLedger = (await readCounts(context.db, year, unit)).get(unit) ?? new Map()
  const [imported, entries] = [
    await importedCounts(context.db, year, unit),
    await listEntries(context.db, year, unit),
  ]
  const inForce = entries.filter(entry => entry.state === 'inForce')
  const today = context.today()
  const forecast = forecastRows(ground.rows, ledger, year, today)
  const asked = new Map(askedCounters(ground.rows))
  const counters = ground.scheme.counters
    .filter(counter => counter.kind === 'done' || ledger.has(counter.id))
    .map(counter => {
      const requirement = asked.get(counter.id)
      const found = requirement && forecastCounter(counter.id, requirement, ledger, year, today)
      return presentCounter(ground, counter, ledger, found, {
        today,
        imported: imported.get(counter.id) ?? 0,
        entries: inForce,
      })
    })
  const total = (amount: 'now' | 'atEnd' | 'atRisk'): Points =>
    forecast.reduce((sum, row) => sum + row[amount], 0) as Points
  return {
    year,
    unit,
    unitName: ground.unit.name,
    today,
    counters,
    forecast: forecast.map(presentForecast),
    totals: { now: total('now'), atEnd: total('atEnd'), atRisk: total('atRisk') },
  }
}

function presentCounter(
  ground: LedgerContext,
  { id, name, citation, kind }: Counter,
  ledger: UnitLedger,
  found: CounterForecast | undefined,
  {
    today,
    imported,
    entries,
  }: { readonly today: Day; readonly imported: number; readonly entries: readonly StoredEntry[] },
): Standing {
  const own = entries.filter(entry => entry.counter === id)
  const periods = found?.periods ?? []
  const reading = ground.rows.flatMap(({ row, rules }) =>
    rules
      .filter(({ feeds }) => feeds.some(feed => feed.counter === id))
      .map(({ rule }) => ({
        row: row.id,
        title: row.title,
        citation: row.citation,
        rule: rule.id,
        text: rule.text,
      })),
  )
  return {
    counter: id,
    name,
    citation,
    kind,
    rows: reading,
    ...(found === undefined
      ? {}
      : {
          required: {
            times: found.requirement.required,
            per: found.requirement.per,
            told: printRequirement(found.requirement),
          },
        }),
    kept: ledger.has(id),
    total: countInLedger(ledger.get(id) ?? []),
    due: periods.reduce((sum, period) => sum + period.due, 0),
    entries: own.length,
    imported,
    periods: periods.map(({ period, done, due, endsOn }) => {
      const { closesOn, state } = closingOf(period, ground.closing, today)
      return {
        period,
        name: printPeriod(period),
        done,
        due,
        state:
          done >= due ? 'done' : endsOn < today ? 'short' : firstDayOf(period) > today ? 'ahead' : 'current',
        endsOn,
        closesOn,
        closing: state,
        late: own.filter(entry => entry.late && isOf(entry.countedIn, period)).length,
      } as const
    }),
    shortNow: found?.shortNow ?? 0,
    shortAtEnd: found?.shortAtEnd ?? 0,
    next: found?.next === undefined ? undefined : { ...found.next, name: printPeriod(found.next.period) },
  }
}

function isOf(countedIn: Period, period: Period): boolean {
  return coarsened(countedIn, grainOfChecked(period)) === period
}

function presentForecast({
  row: { row },
  rules,
  now,
  atEnd,
  atRisk,
}: RowForecast): z.output<typeof rowForecast> {
  return {
    row: row.id,
    title: row.title,
    citation: row.citation,
    base: row.base,
    rules: rules.map(({ rule: { rule, each, feeds }, ...amounts }) => ({
      rule: rule.id,
      text: rule.text,
      counters: feeds.map(feed => feed.counter),
      each: each as Points,
      ...amounts,
    })),
    now,
    atEnd,
    atRisk,
  }
}
