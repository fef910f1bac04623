import type { Refusal } from '../../domain/kernel/refusal.ts'
import { inflateEntry, type InflateAllowance } from './inflateEntry.ts'
import { type MergedRange, mergedRange } from './mergedRange.ts'
import { LAST_COLUMN } from './sheetCell.ts'
import { attributeOf } from './xmlText.ts'
import type { ZipEntry } from './zipDirectory.ts'

/** The result of surveying a sheet. */
export interface SheetSurvey {
  readonly merges: readonly MergedRange[]
  /** the last row that the sheet claims to have. */
  readonly lastRow?: number
  /** hidden columns, from 0. */
  readonly hidden?: ReadonlySet<number>
}

const HEAD = 64 * 1024
/** longer than any tag searched for, so that none is missed between two pieces. */
const OVERLAP = 256

/**
 * Surveys a sheet: inflates it once against its size and checksum, before any row is returned. Looks only
 * at the text before and after the rows: merged ranges are written after them, and a row must not be
 * accepted before it is known to be outside of all.
 */
export function surveySheet(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: InflateAllowance,
  most: number,
): SheetSurvey | Refusal {
  const decoder = new TextDecoder()
  const merges: MergedRange[] = []
  let [head, rest, inTail] = ['', '', false]
  for (const chunk of inflateEntry(bytes, entry, allowance, most)) {
    if (!(chunk instanceof Uint8Array)) return chunk
    const text = decoder.decode(chunk, { stream: true })
    if (head.length < HEAD) head += text.slice(0, HEAD)
    const piece = rest + text
    const tailAt = inTail ? 0 : endOfRows(piece)
    inTail ||= tailAt >= 0
    rest = inTail ? takeMerges(piece.slice(Math.max(0, tailAt)), merges) : piece.slice(-OVERLAP)
  }
  const [lastRow, hidden] = [lastRowOf(head), hiddenColumns(head)]
  return { merges, ...(lastRow && { lastRow }), ...(hidden.size > 0 && { hidden }) }
}

function endOfRows(text: string): number {
  for (let at = text.indexOf('sheetData'); at >= 0; at = text.indexOf('sheetData', at + 1)) {
    const open = text.lastIndexOf('<', at)
    const isClosing =
      open >= 0 && (text[open + 1] === '/' || /^sheetData[^<>]*\/>/.test(text.slice(at, at + OVERLAP)))
    if (isClosing) return at
  }
  return -1
}

/** takes the merged ranges and returns the rest that may be the beginning of a tag. */
function takeMerges(text: string, merges: MergedRange[]): string {
  let last = 0
  for (const found of text.matchAll(/<(?:[\w.-]+:)?mergeCell(\s[^>]*?)\/?>/g)) {
    const range = mergedRange(attributeOf(found[1] ?? '', 'ref') ?? '')
    if (range) merges.push(range)
    last = found.index + found[0].length
  }
  return text.slice(Math.max(last, text.length - OVERLAP))
}

function hiddenColumns(head: string): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const [, of = ''] of head.matchAll(/<(?:[\w.-]+:)?col(\s[^>]*?)\/?>/g)) {
    if (!/^(?:1|true)$/.test(attributeOf(of, 'hidden') ?? '')) continue
    const to = Math.min(Number(attributeOf(of, 'max')), LAST_COLUMN)
    for (let at = Number(attributeOf(of, 'min')); at <= to; at++) hidden.add(at - 1)
  }
  return hidden
}

function lastRowOf(head: string): number | undefined {
  const found = /<(?:[\w.-]+:)?dimension(\s[^>]*?)\/?>/.exec(head)
  return Number(/(\d+)$/.exec(attributeOf(found?.[1] ?? '', 'ref') ?? '')?.[1]) || undefined
}
