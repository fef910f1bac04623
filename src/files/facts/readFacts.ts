import { emptyFacts } from '../../domain/year/facts/emptyFacts.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { openWorkbook } from '../xlsx/openWorkbook.ts'
import { sniffBytes } from '../xlsx/sniffBytes.ts'
import { factsReading, type FactsReading, type ReadingStep } from './factsReading.ts'
import { readFactsFields } from './readFactsFields.ts'
import { readFactsWorkbook } from './readFactsWorkbook.ts'
import { createReadingLog } from '../lists/readingLog.ts'
import { readText } from './readText.ts'
import { runSteps } from './runSteps.ts'

/** Options of reading: progress is reported every few thousand rows, with the total where known; `headings` that a user has chosen for columns, as `choosingSheetHeadings` takes them. */
export interface ReadingOptions {
  readonly onProgress?: (done: number, total?: number) => void
  readonly headings?: string
  /** ids and names of units of the same file that were refused; for reading history. */
  readonly refusedUnits?: ReadonlySet<string>
}

/** Reads the facts of one cycle with its roster from the bytes of a JSON, YAML or xlsx file, detected by content. Never throws; an unreadable file is one refusal. */
export function readFacts(
  bytes: Uint8Array,
  scheme: Scheme,
  options: ReadingOptions = {},
): Promise<FactsReading> {
  return runSteps(stepsOf(bytes, scheme, options.headings), options)
}

function* stepsOf(
  bytes: Uint8Array,
  scheme: Scheme,
  headings?: string,
): Generator<ReadingStep, FactsReading> {
  const kind = sniffBytes(bytes)
  const opened = kind === 'zip' || kind === 'ole' ? openWorkbook(bytes) : readText(bytes)
  if (isRefusal(opened)) {
    const log = createReadingLog()
    log.refuse({}, opened)
    return factsReading(emptyFacts(scheme.cycle), { units: [], holders: [] }, log)
  }
  return yield* 'sheets' in opened
    ? readFactsWorkbook(opened, scheme, headings)
    : readFactsFields(opened.value, scheme)
}
