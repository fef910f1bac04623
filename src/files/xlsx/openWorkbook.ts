import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { formatReceiver } from './cellFormats.ts'
import type { InflateAllowance } from './inflateEntry.ts'
import { scanPart, scanWhole } from './scanPart.ts'
import type { SheetRow } from './sheetCell.ts'
import { type CellContext, sheetReceiver } from './sheetReceiver.ts'
import { sniffBytes, sniffOle } from './sniffBytes.ts'
import { type SheetSurvey, surveySheet } from './surveySheet.ts'
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbookLimits.ts'
import { type PartRelation, relationReceiver, stringReceiver, workbookReceiver } from './workbookParts.ts'
import type { XmlReceiver } from './xmlScanner.ts'
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts'

/** An opened workbook: its sheets in order, including hidden ones. */
export interface OpenedWorkbook {
  readonly sheets: readonly OpenedSheet[]
}

/** An opened sheet. Its rows are read only on request, one at a time. */
export interface OpenedSheet {
  readonly name: string
  readonly hidden: boolean
  /** surveys the whole sheet: inflates it once against its checksum; returns merged ranges and the last row it claims, or why it cannot be read. */
  survey(): SheetSurvey | Refusal
  /** yields the rows; a Refusal is the last item when the sheet is broken. */
  rows(): Generator<SheetRow | Refusal>
}

/**
 * Opens an xlsx workbook from its bytes, or returns the Refusal with the reason: empty, an old .xls,
 * encrypted, another kind of file, truncated, broken, or a zip bomb. Macros are ignored.
 */
export function openWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): OpenedWorkbook | Refusal {
  const wrong = refuseOtherKinds(bytes, limits)
  if (wrong) return wrong
  const parts = readZipDirectory(bytes, limits)
  if (isRefusal(parts)) return parts
  const archive: Archive = { bytes, parts, allowance: { left: limits.inflated, limits, checked: new Set() } }
  const main = mainPart(archive)
  return isRefusal(main) ? main : openSheets(archive, main)
}

interface Archive {
  readonly bytes: Uint8Array
  readonly parts: ReadonlyMap<string, ZipEntry>
  readonly allowance: InflateAllowance
}

function refuseOtherKinds(bytes: Uint8Array, limits: WorkbookLimits): Refusal | undefined {
  if (bytes.length > limits.file) return refuse('fileTooLarge', { bytes: bytes.length, most: limits.file })
  const kind = sniffBytes(bytes)
  if (kind === 'zip') return undefined
  if (kind === 'empty') return refuse('fileEmpty', {})
  if (kind === 'html' || kind === 'xml') return refuse('workbookIsPage', { kind })
  if (kind !== 'ole') return refuse('notWorkbook', { seems: kind })
  const inside = sniffOle(bytes)
  if (inside === 'encrypted') return refuse('workbookEncrypted', {})
  return inside === 'xls'
    ? refuse('workbookOldXls', {})
    : refuse('notWorkbook', { seems: inside === 'word' ? 'oldWord' : 'oldOffice' })
}

function mainPart(archive: Archive): string | Refusal {
  const relations = relationsOf(archive, '', '_rels/.rels')
  if (isRefusal(relations)) return relations
  const path = relations.find(relation => relation.kind === 'officeDocument')?.path
  if (path !== undefined && archive.parts.has(path) && /workbook\d*\.xml$/i.test(path)) return path
  return refuse('notWorkbook', { seems: otherZip(archive.parts, path) })
}

function otherZip(
  parts: ReadonlyMap<string, ZipEntry>,
  main: string | undefined,
): 'xlsb' | 'word' | 'slides' | 'openDocument' | 'zip' {
  if (main?.endsWith('.bin')) return 'xlsb'
  if (parts.has('word/document.xml')) return 'word'
  if (parts.has('ppt/presentation.xml')) return 'slides'
  return parts.has('content.xml') && parts.has('mimetype') ? 'openDocument' : 'zip'
}

function openSheets(archive: Archive, main: string): OpenedWorkbook | Refusal {
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/')) : ''
  const file = folder === '' ? main : main.slice(folder.length + 1)
  const relations = relationsOf(archive, folder, `${folder === '' ? '' : `${folder}/`}_rels/${file}.rels`)
  if (isRefusal(relations)) return relations
  const { smallPart, sharedStrings } = archive.allowance.limits
  const workbook = workbookReceiver()
  const styles = formatReceiver()
  const texts = stringReceiver()
  const pathOf = (kind: string): string | undefined =>
    relations.find(relation => relation.kind === kind)?.path
  const fault =
    scanNamed(archive, main, smallPart, workbook) ??
    scanOptional(archive, pathOf('styles'), smallPart, styles) ??
    scanOptional(archive, pathOf('sharedStrings'), sharedStrings, texts)
  if (fault) return fault
  const context: CellContext = {
    strings: texts.strings,
    formats: styles.formats,
    since1904: workbook.since1904,
    pool: new Map(),
  }
  const sheets: OpenedSheet[] = []
  for (const listing of workbook.sheets) {
    const relation = relations.find(each => each.id === listing.relation)
    if (relation !== undefined && relation.kind !== 'worksheet') continue
    const entry = archive.parts.get(relation?.path ?? '')
    if (!entry) return refuse('workbookPartMissing', { part: relation?.path ?? listing.name })
    sheets.push(sheetOf(archive, listing.name, listing.hidden, entry, context))
  }
  return sheets.length === 0 ? refuse('workbookPartMissing', { part: 'worksheet' }) : { sheets }
}

function sheetOf(
  archive: Archive,
  name: string,
  hidden: boolean,
  entry: ZipEntry,
  context: CellContext,
): OpenedSheet {
  const most = archive.allowance.limits.inflated
  return {
    name,
    hidden,
    survey() {
      const survey = surveySheet(archive.bytes, entry, archive.allowance, most)
      archive.allowance.left += isRefusal(survey) ? 0 : entry.claimed
      return survey
    },
    *rows() {
      const receiver = sheetReceiver(context)
      for (const fault of scanPart(archive.bytes, entry, archive.allowance, most, receiver)) {
        if (receiver.fault !== undefined)
          return yield refuse('xmlBroken', { part: entry.name, what: receiver.fault })
        yield* receiver.rows
        receiver.rows = []
        if (fault !== undefined) return yield fault
      }
    },
  }
}

function relationsOf(archive: Archive, folder: string, path: string): readonly PartRelation[] | Refusal {
  const receiver = relationReceiver(folder)
  return scanOptional(archive, path, archive.allowance.limits.smallPart, receiver) ?? receiver.relations
}

function scanNamed(archive: Archive, path: string, most: number, receiver: XmlReceiver): Refusal | undefined {
  const entry = archive.parts.get(path)
  return entry
    ? scanWhole(archive.bytes, entry, archive.allowance, most, receiver)
    : refuse('workbookPartMissing', { part: path })
}

function scanOptional(
  archive: Archive,
  path: string | undefined,
  most: number,
  receiver: XmlReceiver,
): Refusal | undefined {
  return path === undefined || !archive.parts.has(path) ? undefined : scanNamed(archive, path, most, receiver)
}
