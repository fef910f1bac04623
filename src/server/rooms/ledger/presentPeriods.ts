import type { z } from 'zod'
import type { periodClosing } from '../../../contract/ledger/ledgerParts.ts'
import {
  allPeriodsOf,
  type Day,
  grainOfChecked,
  type Period,
  printPeriod,
} from '../../../domain/kernel/calendar.ts'
import { closingOf } from '../../../domain/year/evidence/periodClosing.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { StoredClosing } from './closing.store.ts'

/** Presents the closing state of the periods of a year: the year, its quarters, its months. */
export function presentPeriods(
  year: number,
  closing: StoredClosing,
  today: Day,
): z.output<typeof periodClosing>[] {
  return allPeriodsOf(year).map(period => presentPeriod(period, closing, today))
}

function presentPeriod(period: Period, closing: StoredClosing, today: Day): z.output<typeof periodClosing> {
  const { endsOn, closesOn, state, word } = closingOf(period, closing, today)
  return {
    period,
    name: printPeriod(period),
    grain: grainOfChecked(period),
    endsOn,
    closesOn,
    state,
    ...(word === undefined
      ? {}
      : { byWord: { state: word.state, reason: word.reason, by: word.byName, at: toInstant(word.at) } }),
  }
}
