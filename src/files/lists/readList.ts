import type { ImportNotice, RefusedRow } from '../../contract/shape/listImport.ts'
import { isRefusal, type Refusal } from '../../domain/kernel/refusal.ts'
import type { WorkbookLimits } from '../xlsx/workbookLimits.ts'
import type { List } from './defineList.ts'
import { ListLine } from './listLine.ts'
import { createReadingLog } from './readingLog.ts'
import { printNotices } from './printNotices.ts'
import { type ListTable, readTable } from './readTable.ts'

/** The result of reading a list: every row with content is accepted or refused. */
export interface ListReading<R> {
  readonly accepted: readonly { readonly sheet?: string; readonly row: number; readonly value: R }[]
  readonly refused: readonly RefusedRow[]
  /** what was corrected or passed over. */
  readonly notices: readonly ImportNotice[]
}

/** Reads a list from a workbook, see `readTable`. */
export function readList<C, R, N extends string>(
  list: List<C, R, N>,
  bytes: Uint8Array,
  context: C,
  limits?: WorkbookLimits,
): ListReading<R> | Refusal {
  const table = readTable(list, bytes, limits)
  return isRefusal(table) ? table : readRows(list, table, context)
}

/** Reads the rows of a table one by one, each against the context and those before it. */
export function readRows<C, R, N extends string>(
  { columns, read, once, refuseHeadings }: List<C, R, N>,
  table: ListTable,
  context: C,
): ListReading<R> | Refusal {
  const wrong = refuseHeadings?.(table.headings)
  if (wrong !== undefined) return wrong
  const log = createReadingLog()
  const accepted: { sheet?: string; row: number; value: R }[] = []
  const refused: RefusedRow[] = []
  const firstOfKey = new Map<string, ListLine<N>>()
  for (const row of table.rows) {
    const line = new ListLine<N>(row, columns, log)
    const value = line.refused === undefined ? read(line, context) : undefined
    if (value !== undefined && line.refused === undefined && once !== undefined) {
      const first = firstOfKey.get(once.key(value))
      if (first === undefined) firstOfKey.set(once.key(value), line)
      else line.refuse(once.twin(first.row), once.column, first.sheet)
    }
    if (line.refused !== undefined) refused.push(line.refused)
    else if (value === undefined) throw new Error(`row ${line.row} was neither read nor refused`)
    else accepted.push({ sheet: line.sheet, row: line.row, value })
  }
  return { accepted, refused, notices: printNotices([...table.notices, ...log.notices]) }
}
