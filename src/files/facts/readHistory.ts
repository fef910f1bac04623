import { isRefusal } from '../../domain/kernel/refusal.ts'
import type { Roster } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { openWorkbook } from '../xlsx/openWorkbook.ts'
import { sniffBytes } from '../xlsx/sniffBytes.ts'
import type { ReadingStep } from './factsReading.ts'
import { type HistoryReading, historyReading, NO_HISTORY } from './historyReading.ts'
import type { ReadingOptions } from './readFacts.ts'
import { readHistoryFields } from './readHistoryFields.ts'
import { readHistorySheet } from './readHistorySheet.ts'
import { createReadingLog } from '../lists/readingLog.ts'
import { readText } from './readText.ts'
import { runSteps } from './runSteps.ts'

/**
 * Reads history (历年结果) from the bytes of a JSON, YAML or xlsx file, detected by content; in a workbook
 * from the sheet 历年结果, so that the facts workbook may hold both. Units and persons are those of the
 * roster, or merged into one of it. Never throws. (五（四）)
 */
export function readHistory(
  bytes: Uint8Array,
  scheme: Scheme,
  roster: Roster,
  options: ReadingOptions = {},
): Promise<HistoryReading> {
  return runSteps(stepsOf(bytes, scheme, roster, options), options)
}

function* stepsOf(
  bytes: Uint8Array,
  scheme: Scheme,
  roster: Roster,
  { headings, refusedUnits }: ReadingOptions,
): Generator<ReadingStep, HistoryReading> {
  const kind = sniffBytes(bytes)
  const opened = kind === 'zip' || kind === 'ole' ? openWorkbook(bytes) : readText(bytes)
  if (isRefusal(opened)) {
    const log = createReadingLog()
    log.refuse({}, opened)
    return historyReading(NO_HISTORY, log)
  }
  return yield* 'sheets' in opened
    ? readHistorySheet(opened, scheme, roster, headings, refusedUnits)
    : readHistoryFields(opened.value, scheme, roster)
}
