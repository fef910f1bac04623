import {
  addDays,
  daysBetween,
  type Day,
  isWeekend,
  weekdayOf,
  firstDayOf,
  lastDayOf,
  periodOfDay,
  periodsOf,
} from '../domain/kernel/calendar.ts'
import type { CycleFacts, Finding, LedgerCount } from '../domain/year/facts/facts.ts'
import { type LedgerRow, ledgerRowsOf } from '../domain/year/evidence/ledgerRules.ts'
import type { Roster, Unit } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { BLOCK, isAppraised } from './demoLayout.ts'
import { startOf, throwBelow } from './dice.ts'
import { keptTitles, lateReasons, ledgerTitles } from './ledgerTitles.ts'

/** One entry of the demo ledger (台账). */
interface DemoEntry {
  readonly unit: string
  readonly kind: string
  readonly counter?: string
  readonly title: string
  readonly happenedOn: Day
  readonly period: string
  readonly participants: number
  readonly cited: readonly string[]
  readonly enteredOn: Day
  readonly lateReason?: string
}

/** The demo ledger (台账): the year's facts without the counts of what was held or done, those counts, and the entries that add up to them. */
export interface DemoLedger {
  readonly facts: CycleFacts
  readonly counts: readonly LedgerCount[]
  readonly entries: readonly DemoEntry[]
}

interface Making {
  readonly seed: number
  readonly scheme: Scheme
  readonly today: Day
  readonly graceDays: number
}

/**
 * Generates the ledger (台账) from a demo year. Units of the first prefecture that kept no ledger get one
 * that lacks exactly what the inspectors found missing, so that no score moves: findings and ledger
 * describe the same matter. A period without entries has no count, as in any ledger.
 */
export function demoLedger(
  making: Making,
  { roster, facts }: { readonly roster: Roster; readonly facts: CycleFacts },
): DemoLedger {
  const { scheme, seed } = making
  const done = new Set(scheme.counters.filter(counter => counter.kind === 'done').map(counter => counter.id))
  const held = Map.groupBy(
    facts.ledger.filter(one => done.has(one.counter)),
    one => one.unit,
  )
  const findings = Map.groupBy(facts.findings, one => one.unit)
  const rows = new Map(scheme.tiers.map(tier => [tier.id, ledgerRowsOf(scheme, tier.id)]))
  const [counts, entries]: [LedgerCount[], DemoEntry[]] = [[], []]
  roster.units.forEach((unit, index) => {
    if (!isAppraised(index)) return
    const state = startOf(seed ^ 0x1ed6e7, index)
    const own = rows.get(unit.tier) ?? []
    const kept =
      held.get(unit.id) ??
      (index < BLOCK ? lentCounts(scheme, unit, own, findings.get(unit.id) ?? [], state) : [])
    const shown = kept.filter(
      one => one.count > 0 || kept.every(other => other.counter !== one.counter || other.count === 0),
    )
    counts.push(...shown)
    if (shown.length === 0) return
    shown.forEach((count, at) => entries.push(...entriesOf(making, count, own, state, at)))
    entries.push(...keptEntries(making, unit.id, state))
  })
  return { facts: { ...facts, ledger: facts.ledger.filter(one => !done.has(one.counter)) }, counts, entries }
}

/** Derives the counts of what a unit held from what the inspectors found missing. */
function lentCounts(
  { cycle }: Scheme,
  { id: unit }: Unit,
  rows: readonly LedgerRow[],
  findings: readonly Finding[],
  state: number,
): readonly LedgerCount[] {
  return rows.flatMap(({ row, rules }) =>
    rules.flatMap(({ rule, feeds }) => {
      const found = findings.filter(
        one => one.row === row.id && one.rule === rule.id && one.by !== 'leadUnit',
      )
      const lacking = (counter?: string): number =>
        found.reduce((sum, one) => sum + (one.counter === counter ? one.count : 0), 0)
      let open = lacking()
      return feeds.flatMap(({ counter, requirement }, feed) => {
        if (requirement === undefined) return []
        const periodsAsked = periodsOf(cycle, requirement.per).length
        const taken = Math.min(open, Math.max(0, periodsAsked * requirement.required - lacking(counter)))
        let missing = lacking(counter) + taken
        open -= taken
        const periods = periodsOf(cycle, requirement.per)
        const from = throwBelow(state, 40 + feed, periods.length)
        const counts = new Map<string, number>()
        periods.forEach((_, at) => {
          const period = periods[(from + at) % periods.length]!
          const gap = Math.min(missing, requirement.required)
          missing -= gap
          counts.set(period, requirement.required - gap)
        })
        return periods.map((period): LedgerCount => ({ unit, counter, period, count: counts.get(period)! }))
      })
    }),
  )
}

function entriesOf(
  making: Making,
  { unit, counter, period, count }: LedgerCount,
  rows: readonly LedgerRow[],
  state: number,
  salt: number,
): DemoEntry[] {
  const titles = ledgerTitles[counter] ?? [making.scheme.counters.find(one => one.id === counter)!.name]
  const from = firstDayOf(period)
  const until = lastDayOf(period) < making.today ? lastDayOf(period) : addDays(making.today, -3)
  const span = Math.max(1, daysBetween(from, until) + 1)
  return Array.from({ length: count }, (_, nth): DemoEntry => {
    const thrown = throwBelow(state, 1000 + salt * 16 + nth, 1_000_000)
    const slice = Math.floor((nth * span) / count)
    const room = Math.max(1, Math.floor(span / count))
    const day = workday(addDays(from, slice + (thrown % room)), from, until, counter === 'fridayStudy')
    const month = Number(day.slice(5, 7)) - 1
    const title =
      titles[(titles.length >= 12 ? month : month * (count > 1 ? count : 1) + nth + salt) % titles.length]!
    const cited = thrown % 9 === 0 ? citedFrom(rows, counter, thrown) : []
    const base = {
      unit,
      kind: counter,
      counter,
      title,
      happenedOn: day,
      period,
      participants: 6 + (thrown % 31),
      cited,
    }
    return { ...base, ...enteredOn(making, day, period, thrown) }
  })
}

/** Returns the date of entry: mostly within the week; a few after the period had closed, with a reason. */
function enteredOn(
  { today, graceDays }: Making,
  day: Day,
  period: string,
  thrown: number,
): Pick<DemoEntry, 'enteredOn' | 'lateReason'> {
  const closes = addDays(lastDayOf(period), graceDays)
  const late = addDays(closes, 1 + (thrown % 12))
  if (thrown % 29 === 0 && late <= today)
    return { enteredOn: late, lateReason: lateReasons[thrown % lateReasons.length]! }
  const entered = addDays(day, thrown % 7)
  return { enteredOn: entered <= today ? entered : today }
}

function keptEntries(making: Making, unit: string, state: number): DemoEntry[] {
  return keptTitles.flatMap(({ kind, title, monthDay }, at): DemoEntry[] => {
    if (throwBelow(state, 70 + at, 3) === 0) return []
    const happenedOn = `${making.scheme.cycle}-${monthDay}`
    const entered = { enteredOn: addDays(happenedOn, throwBelow(state, 80 + at, 5)) }
    return [
      {
        unit,
        kind,
        title,
        happenedOn,
        period: periodOfDay(happenedOn, 'month'),
        participants: 3 + at * 4,
        cited: [],
        ...entered,
      },
    ]
  })
}

/** Returns another row that the same piece of evidence may be cited for. */
function citedFrom(rows: readonly LedgerRow[], counter: string, thrown: number): readonly string[] {
  const others = rows
    .filter(one => one.rules.every(rule => rule.feeds.every(feed => feed.counter !== counter)))
    .map(one => one.row.id)
  return others.length === 0 ? [] : [others[thrown % others.length]!]
}

/** Returns the nearest working day within the period (a Friday if requested). */
function workday(day: Day, from: Day, until: Day, friday: boolean): Day {
  const isFit = (one: Day): boolean =>
    one >= from && one <= until && (friday ? weekdayOf(one) === 5 : !isWeekend(one))
  for (let away = 0; away < 8; away++) {
    const fit = [addDays(day, away), addDays(day, -away)].find(isFit)
    if (fit !== undefined) return fit
  }
  return day > until ? until : day
}
