import { factsSheets } from '../files/facts/factsSheets.ts'
import type { FactsReading } from '../files/facts/factsReading.ts'
import { readFacts } from '../files/facts/readFacts.ts'
import { readHistory } from '../files/facts/readHistory.ts'
import { openWorkbook } from '../files/xlsx/openWorkbook.ts'
import { sniffBytes } from '../files/xlsx/sniffBytes.ts'
import type { History } from '../domain/year/history/history.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { CycleInputs } from './cycleInputs.ts'
import type { ExitCode } from './exitCode.ts'
import { inputBytes } from './inputFile.ts'
import type { Io } from './io.ts'
import { loadScheme } from './loadScheme.ts'
import type { Progress } from './createProgress.ts'
import { type ReadingTold, refusedItems, describeNotices, describeRefused } from './describeReading.ts'

/** The sources of the inputs. */
interface CycleSource {
  readonly scheme: string
  readonly facts: string
  readonly history?: string
  readonly partial?: boolean
}

/**
 * Loads the inputs of one scoring run: scheme, facts with their roster, history. Prints every refused
 * row; any of them stops the run unless `partial`, which keeps their number with the inputs. Otherwise
 * returns the exit code: 2 for an unreadable file, 1 for refused rows.
 */
export async function loadCycle(
  io: Io,
  source: CycleSource,
  progress: Progress,
): Promise<CycleInputs | ExitCode> {
  const scheme = loadScheme(io, source.scheme)
  if (typeof scheme === 'number') return scheme
  const bytes = await bytesOf(io, source.facts)
  if (bytes === undefined) return 2
  progress.stage('读入事实')
  const reading = await readFacts(bytes, scheme, { onProgress: progress.count })
  // Where no unit could be read, every past entry would only echo that.
  const ownHistory = reading.roster.units.length > 0 && holdsHistory(bytes, scheme)
  const history = await loadHistory(io, source, ownHistory ? bytes : undefined, scheme, reading, progress)
  if (history === undefined) return 2
  progress.end()
  const codes = [settle(io, source.facts, reading, source), settle(io, history.path, history.reading, source)]
  const worst = Math.max(...codes) as ExitCode
  if (worst > 0) return worst
  const refused = refusedItems(reading.refused) + refusedItems(history.reading.refused)
  return {
    scheme,
    facts: { format: 'hengping-facts/1', roster: reading.roster, ...reading.facts },
    history: history.reading.history,
    refused,
  }
}

interface LoadedHistory {
  readonly path: string
  readonly reading: ReadingTold & { readonly history: History }
}

const NO_HISTORY: LoadedHistory['reading'] = {
  history: { years: [] },
  rows: { in: 0, accepted: 0, refused: 0 },
  refused: [],
  notices: [],
}

/** Loads the named history, or else the history sheet in the facts workbook. */
async function loadHistory(
  io: Io,
  source: CycleSource,
  factsBytes: Uint8Array | undefined,
  scheme: Scheme,
  { roster, refusedUnits }: FactsReading,
  progress: Progress,
): Promise<LoadedHistory | undefined> {
  const path = source.history ?? source.facts
  if (source.history === undefined && factsBytes === undefined) return { path, reading: NO_HISTORY }
  const bytes = source.history === undefined ? factsBytes : await bytesOf(io, source.history)
  if (bytes === undefined) return undefined
  progress.stage('读入历年结果')
  const options = { onProgress: progress.count, refusedUnits }
  return { path, reading: await readHistory(bytes, scheme, roster, options) }
}

function holdsHistory(bytes: Uint8Array, scheme: Scheme): boolean {
  if (sniffBytes(bytes) !== 'zip') return false
  const name = factsSheets(scheme).find(sheet => sheet.list === 'history')?.name
  const workbook = openWorkbook(bytes)
  return !isRefusal(workbook) && workbook.sheets.some(sheet => sheet.name.trim() === name)
}

async function bytesOf(io: Io, path: string): Promise<Uint8Array | undefined> {
  const bytes = await inputBytes(path)
  if (typeof bytes !== 'string') return bytes
  io.err(bytes)
  return undefined
}

/** Prints what was refused and corrected; returns an exit code above 0 when this stops the run. */
function settle(io: Io, path: string, reading: ReadingTold, { partial }: CycleSource): ExitCode {
  const notices = describeNotices(path, reading)
  if (notices !== undefined && !io.quiet) io.err(notices)
  if (reading.refused.length === 0) return 0
  io.err(describeRefused(path, reading))
  if (reading.rows.accepted === 0) return reading.rows.in === 0 && !isOfOtherYear(reading) ? 2 : 1
  if (partial === true) return 0
  io.err('有内容被拒绝，没有计分：请改正后重来；确要先用通过的行计分，请加 --partial')
  return 1
}

/** Checks whether the file is readable but belongs to another scheme year. */
function isOfOtherYear({ refused }: ReadingTold): boolean {
  return refused.some(({ refusal }) => refusal.code === 'cycleMismatch')
}
