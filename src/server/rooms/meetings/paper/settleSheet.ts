import type { WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import type { StoredPage, StoredSheet } from './paper.store.ts'
import type { Entry, ReadRow } from './paper.tables.ts'

/** How far a sheet is. */
type SheetState = 'incomplete' | 'waiting' | 'once' | 'differs' | 'settled'

/** A sheet with what was read of it: lines that people enter, and where their two entries differ. */
interface Standing {
  readonly state: SheetState
  readonly open: readonly number[]
  readonly differs: readonly number[]
}

/** Tells how far a sheet is. People enter all lines of a keyed sheet, and of a scanned one those that are doubtful. */
export function standingOf(
  { way, first, second, settled }: Pick<StoredSheet, 'way' | 'first' | 'second' | 'settled'>,
  pages: readonly Pick<StoredPage, 'rows'>[],
  form: { readonly lines: number; readonly pages: number },
): Standing {
  const open =
    way === 'keyed'
      ? Array.from({ length: form.lines }, (_, line) => line)
      : rowsOf(pages).flatMap(({ line, mark }) => (mark === undefined ? [line] : []))
  if (settled) return { state: 'settled', open, differs: [] }
  if (way === 'scanned' && pages.length < form.pages) return { state: 'incomplete', open, differs: [] }
  if (first === null) return { state: 'waiting', open, differs: [] }
  if (second === null) return { state: 'once', open, differs: [] }
  return { state: 'differs', open, differs: compareEntries(open, first, second) }
}

/** Compares two entries: returns the lines that differ; all of them if only one calls the sheet unreadable. */
export function compareEntries(open: readonly number[], first: Entry, second: Entry): readonly number[] {
  if (first.faulty !== second.faulty) return open
  return first.faulty ? [] : open.filter(line => first.marks[line] !== second.marks[line])
}

/** The marks of a settled sheet, line by line: what was read, and what both people entered. `undefined` if the sheet cannot be read. */
export function settledMarks(
  { first }: Pick<StoredSheet, 'first'>,
  pages: readonly Pick<StoredPage, 'rows'>[],
  lines: number,
): readonly WrittenMark[] | undefined {
  if (first?.faulty) return undefined
  const read = new Map(rowsOf(pages).map(({ line, mark }) => [line, mark]))
  return Array.from({ length: lines }, (_, line) => first?.marks[line] ?? read.get(line) ?? null)
}

function rowsOf(pages: readonly Pick<StoredPage, 'rows'>[]): readonly ReadRow[] {
  return pages.flatMap(({ rows }) => rows)
}
