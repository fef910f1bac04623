import { yearSchema } from '../../contract/shape/fieldSchemas.ts'
import { pastEntrySchema } from '../../contract/year/historySchema.ts'
import { readShape } from '../../contract/shape/readShape.ts'
import { createFactBook } from '../../domain/year/facts/factBook.ts'
import { createHistoryIntake } from '../../domain/year/history/historyIntake.ts'
import { isRefusal, refuse } from '../../domain/kernel/refusal.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { ReadingStep } from './factsReading.ts'
import { type HistoryReading, historyReading, NO_HISTORY, noteUnknownRows } from './historyReading.ts'
import { isFields, readHead, refuseUnknownKeys } from './readHead.ts'
import { createReadingLog } from '../lists/readingLog.ts'
import { refusalOfShape } from './refusalOfShape.ts'

const STEP = 5000

/** Reads history (历年结果) from the plain values of a JSON or YAML file, entry by entry. (五（四）) */
export function* readHistoryFields(
  value: unknown,
  scheme: Scheme,
  roster: Roster,
): Generator<ReadingStep, HistoryReading> {
  const log = createReadingLog()
  const head = readHead(value, 'hengping-history/1')
  if (isRefusal(head)) {
    log.refuse({}, head)
    return historyReading(NO_HISTORY, log)
  }
  refuseUnknownKeys(head, ['format', 'years'], '', log)
  if (!Array.isArray(head.years)) {
    log.refuse({ path: 'years' }, refuse('fieldMissing', { field: 'years' }))
    return historyReading(NO_HISTORY, log)
  }
  const book = createFactBook(scheme, roster)
  const intake = createHistoryIntake(book, roster)
  let done = 0
  for (const [at, year] of head.years.entries()) {
    const path = `years[${at}]`
    const cycle = isFields(year) ? readShape(yearSchema, year.cycle) : undefined
    if (!isFields(year) || cycle?.value === undefined || !Array.isArray(year.entries)) {
      log.refuse(
        { path },
        refuse('fieldMissing', { field: isFields(year) && cycle?.value !== undefined ? 'entries' : 'cycle' }),
      )
      continue
    }
    refuseUnknownKeys(year, ['cycle', 'entries'], `${path}.`, log)
    if (cycle.value >= scheme.cycle) {
      refuseYear(cycle.value, year.entries.length, `${path}.cycle`)
      continue
    }
    for (const [index, entry] of year.entries.entries()) {
      takeEntry(cycle.value, entry, `${path}.entries[${index}]`)
      if (++done % STEP === 0) yield { done }
    }
  }
  return historyReading(intake.history(), log)

  /** Refuses a year that is not past, once for all its entries. */
  function refuseYear(year: number, entries: number, path: string): void {
    log.refuse({ path }, refuse('pastYearNotEarlier', { year, cycle: scheme.cycle }))
    for (let entry = 0; entry < entries; entry++) {
      log.meet()
      log.turnAway()
    }
  }

  function takeEntry(cycle: number, raw: unknown, path: string): void {
    log.meet()
    const read = readShape(pastEntrySchema, raw)
    if (read.value === undefined) {
      for (const fault of read.faults)
        log.refuse({ path: [path, ...fault.path].join('.') }, refusalOfShape(fault, raw))
      return log.turnAway()
    }
    const faults = intake.take(cycle, read.value, path)
    for (const { field, refusal } of faults)
      log.refuse({ path: field === undefined ? path : `${path}.${field}` }, refusal)
    if (faults.length > 0) return log.turnAway()
    log.accept()
    noteUnknownRows(read.value, book, { path }, log)
  }
}
