import type { Day } from '../../kernel/calendar.ts'
import { daysBetween } from '../../kernel/calendar.ts'
import type { Points } from '../../kernel/points.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'
import { type DuePeriod, duePeriods } from './duePeriods.ts'
import { forecastRows, type UnitLedger } from './forecastRows.ts'
import { type LedgerRow, requirementOf } from './ledgerRules.ts'

/** Forecast of a counter (一项计数的完成情况): its periods, the shortfall so far and at the end of the year, and what is due next. */
export interface CounterForecast {
  readonly counter: string
  readonly requirement: Requirement
  readonly periods: readonly DuePeriod[]
  readonly shortNow: number
  readonly shortAtEnd: number
  readonly next?: {
    readonly period: string
    readonly missing: number
    readonly endsOn: Day
    readonly days: number
  }
}

/** Summary of one unit (一个单位的总账) for one line of a list: counters required and kept, done (at most what is due) and due, losses, and what is due next. */
interface UnitForecast {
  readonly counters: number
  readonly kept: number
  readonly done: number
  readonly due: number
  readonly shortNow: number
  readonly shortAtEnd: number
  readonly lossNow: Points
  readonly lossAtEnd: Points
  readonly atRisk: Points
  readonly next?: {
    readonly counter: string
    readonly missing: number
    readonly endsOn: Day
    readonly days: number
  }
}

/** Forecasts a counter (一项计数的完成情况) as of a day. */
export function forecastCounter(
  counter: string,
  requirement: Requirement,
  ledger: UnitLedger,
  year: number,
  today: Day,
): CounterForecast {
  const periods = duePeriods(ledger.get(counter) ?? [], requirement, year)
  let [shortNow, shortAtEnd] = [0, 0]
  let next: CounterForecast['next']
  for (const { period, done, due, endsOn } of periods) {
    const missing = Math.max(0, due - done)
    shortAtEnd += missing
    if (endsOn < today) shortNow += missing
    else if (missing > 0 && next === undefined)
      next = { period, missing, endsOn, days: daysBetween(today, endsOn) }
  }
  return { counter, requirement, periods, shortNow, shortAtEnd, next }
}

/** Forecasts a unit (一个单位的总账) as of a day. (四（一）) */
export function forecastUnit(
  rows: readonly LedgerRow[],
  ledger: UnitLedger,
  year: number,
  today: Day,
): UnitForecast {
  const asked = askedCounters(rows).map(([counter, requirement]) =>
    forecastCounter(counter, requirement, ledger, year, today),
  )
  const losses = forecastRows(rows, ledger, year, today)
  const next = asked
    .flatMap(one => (one.next === undefined ? [] : [{ counter: one.counter, ...one.next }]))
    .toSorted(sooner)[0]
  const periods = asked.flatMap(one => one.periods)
  return {
    counters: asked.length,
    kept: asked.filter(one => ledger.has(one.counter)).length,
    done: sum(periods, one => Math.min(one.done, one.due)),
    due: sum(periods, one => one.due),
    shortNow: sum(asked, one => one.shortNow),
    shortAtEnd: sum(asked, one => one.shortAtEnd),
    lossNow: sum(losses, one => one.now) as Points,
    lossAtEnd: sum(losses, one => one.atEnd) as Points,
    atRisk: sum(losses, one => one.atRisk) as Points,
    ...(next === undefined
      ? {}
      : { next: { counter: next.counter, missing: next.missing, endsOn: next.endsOn, days: next.days } }),
  }
}

/** Lists the counters with a requirement (有应有次数的计数项), in the order of their rows. */
export function askedCounters(
  rows: readonly LedgerRow[],
): readonly (readonly [counter: string, requirement: Requirement])[] {
  const counters = new Set(
    rows.flatMap(row => row.rules.flatMap(rule => rule.feeds.map(feed => feed.counter))),
  )
  return [...counters].flatMap(counter => {
    const requirement = requirementOf(rows, counter)
    return requirement === undefined ? [] : [[counter, requirement] as const]
  })
}

function sooner(
  one: { readonly days: number; readonly missing: number },
  other: { readonly days: number; readonly missing: number },
): number {
  return one.days - other.days || other.missing - one.missing
}

function sum<T>(list: readonly T[], amount: (one: T) => number): number {
  return list.reduce((total, one) => total + amount(one), 0)
}
