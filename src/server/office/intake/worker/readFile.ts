import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import type { FactsReading } from '../../../../files/facts/factsReading.ts'
import { factsSheets } from '../../../../files/facts/factsSheets.ts'
import { type Place, printPlace } from '../../../../files/lists/place.ts'
import { readFacts } from '../../../../files/facts/readFacts.ts'
import { printNotices } from '../../../../files/lists/printNotices.ts'
import type { Notice, Refused, UnfitSheet } from '../../../../files/lists/readingLog.ts'
import { readHistory } from '../../../../files/facts/readHistory.ts'
import { readText } from '../../../../files/facts/readText.ts'
import { openWorkbook } from '../../../../files/xlsx/openWorkbook.ts'
import { sniffBytes } from '../../../../files/xlsx/sniffBytes.ts'
import type { CycleFacts } from '../../../../domain/year/facts/facts.ts'
import { emptyFacts } from '../../../../domain/year/facts/emptyFacts.ts'
import { emptyPlaces, type FactPlaces } from '../../../../domain/year/facts/factsIntake.ts'
import type { History } from '../../../../domain/year/history/history.ts'
import { isRefusal } from '../../../../domain/kernel/refusal.ts'
import type { Roster } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import type { FactKind } from '../../../year/year.tables.ts'
import type { IntakeReading, RefusedLine } from './intakeReading.ts'

/** The file as read: accepted and refused rows. `fault` if nothing could be read. */
export interface FileRead {
  readonly medium: 'workbook' | 'text'
  readonly roster: Roster
  readonly facts: CycleFacts
  readonly places: FactPlaces
  readonly history: History
  readonly reading: IntakeReading
  readonly refused: readonly RefusedLine[]
  readonly fault?: string
}

/** Reads a file: facts with their roster, and history in the same workbook or in its own file; distinguished by content, never by name. `standing` is the year's own roster, `headings` those chosen for columns. */
export async function readFile(
  bytes: Uint8Array,
  scheme: Scheme,
  standing: Roster,
  onProgress: (done: number, total?: number) => void,
  headings?: string,
): Promise<FileRead> {
  const kind = sniffBytes(bytes)
  const medium = kind === 'zip' || kind === 'ole' ? 'workbook' : 'text'
  if (medium === 'text' && isHistoryFile(bytes)) {
    const past = await readHistory(bytes, scheme, standing, { onProgress })
    const nothing = {
      roster: { units: [], holders: [] },
      facts: emptyFacts(scheme.cycle),
      places: emptyPlaces(),
    }
    return { medium, ...nothing, history: past.history, ...summed(nothing, past.history, [past]) }
  }
  const read = await readFacts(bytes, scheme, { onProgress, headings })
  const known = knownUnits(read, standing)
  const past =
    known !== undefined && holdsHistory(bytes, scheme)
      ? [await readHistory(bytes, scheme, known, { headings, refusedUnits: read.refusedUnits })]
      : []
  const history = past[0]?.history ?? { years: [] }
  const { roster, facts, places } = read
  return {
    medium,
    roster,
    facts,
    places,
    history,
    ...summed({ roster, facts }, history, [read, ...past]),
  }
}

/** The units that history may belong to: those of the file, or those of the year if the file lists none. If its units were refused, checking every entry would only repeat that. */
function knownUnits(read: FactsReading, standing: Roster): Roster | undefined {
  if (read.roster.units.length > 0) return read.roster
  return read.refused.length === 0 ? standing : undefined
}

interface Told {
  readonly rows: IntakeReading['rows']
  readonly refused: readonly Refused[]
  readonly notices: readonly Notice[]
  readonly unfit: readonly UnfitSheet[]
}

function summed(
  { roster, facts }: { readonly roster: Roster; readonly facts: CycleFacts },
  history: History,
  parts: readonly Told[],
): Pick<FileRead, 'reading' | 'refused' | 'fault'> {
  const sum = (of: keyof Told['rows']): number => parts.reduce((total, { rows }) => total + rows[of], 0)
  const rows = { in: sum('in'), accepted: sum('accepted'), refused: sum('refused') }
  const refused = parts.flatMap(part =>
    part.refused.map(({ place, refusal }) => refusedLine(place, sentenceOfRefusal(refusal))),
  )
  const kinds = Object.entries(facts).flatMap(([list, items]) =>
    Array.isArray(items) && items.length > 0 ? [[list, items.length]] : [],
  )
  const notices = printNotices(parts.flatMap(part => part.notices))
  const reading = {
    rows,
    units: roster.units.length,
    holders: roster.holders.length,
    history: history.years.reduce((total, year) => total + year.entries.length, 0),
    kinds: Object.fromEntries(kinds) as { [K in FactKind]?: number },
    notices,
    reasons: refused.length,
    unfit: parts.flatMap(part => part.unfit),
  }
  return {
    reading,
    refused,
    ...(rows.in === 0 && refused[0] !== undefined && { fault: refused[0].place + refused[0].reason }),
  }
}

/** Makes a row of the list of refused rows; a nonempty `place` ends in a colon. */
export function refusedLine(place: Place, reason: string): RefusedLine {
  const { sheet, row, column, cell, path } = place
  const printed = printPlace(place)
  return {
    sheet: sheet ?? path ?? '',
    row,
    column,
    cell,
    place: printed === '' ? '' : `${printed}：`,
    reason,
  }
}

function isHistoryFile(bytes: Uint8Array): boolean {
  const text = readText(bytes)
  if (isRefusal(text)) return false
  const { value } = text
  return (
    typeof value === 'object' &&
    value !== null &&
    String((value as { format?: unknown }).format).startsWith('hengping-history/')
  )
}

function holdsHistory(bytes: Uint8Array, scheme: Scheme): boolean {
  if (sniffBytes(bytes) !== 'zip') return false
  const name = factsSheets(scheme).find(sheet => sheet.list === 'history')?.name
  const workbook = openWorkbook(bytes)
  return !isRefusal(workbook) && workbook.sheets.some(sheet => sheet.name.trim() === name)
}
