import type { Route } from '../../../contract/http/route.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type ListTable, readTable, type TableShape } from '../../../files/lists/readTable.ts'
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../../../files/xlsx/workbookLimits.ts'
import type { RouteRequest } from '../http/serveRoutes.ts'
import { uploadedBytes } from '../http/uploadedBytes.ts'
import { createThreads } from '../threads/threads.ts'

const MIB = 1024 * 1024

/** Limits of a list that a person filled in; blank rows to the end of the sheet, which office programs write, stay within them. */
const LIMITS: WorkbookLimits = {
  ...WORKBOOK_LIMITS,
  file: 10 * MIB,
  inflated: 256 * MIB,
  smallPart: 4 * MIB,
  sharedStrings: 16 * MIB,
}
/** The most characters of all cells of a list. */
const MOST_TEXT = 4_000_000

const threads = createThreads({ most: 1 })

/** Reads the rows of a list from the workbook of a request, in a thread: however much there is in the file, nobody else waits for it. */
export async function readSentTable(
  list: TableShape & { readonly name: string },
  raw: RouteRequest<Route>['raw'],
): Promise<ListTable | Refusal> {
  const { most, text } = list
  const columns = list.columns.map(({ name, also, wanted }) => ({ name, also, wanted }))
  const bytes = uploadedBytes(raw)
  return threads.run<typeof readSmallTable>(
    new URL(import.meta.url),
    'readSmallTable',
    { columns, most, text },
    bytes,
  )
}

/** Reads a table within the limits of a list; keeps only the cells of its columns. Called in a thread. */
export function readSmallTable(shape: TableShape, bytes: Uint8Array): ListTable | Refusal {
  const table = readTable(shape, bytes, LIMITS)
  if (isRefusal(table)) return table
  let text = 0
  const rows = table.rows.map(row => {
    const places = [...row.places.values()]
    const cells = row.cells
      .slice(0, Math.max(...places) + 1)
      .map((cell, at) => (places.includes(at) ? cell : undefined))
    for (const cell of cells) text += cell !== undefined && 'text' in cell ? cell.text.length : 0
    return { ...row, cells }
  })
  return text > MOST_TEXT
    ? refuse('zipBomb', { what: 'total', part: 'xl', found: text, most: MOST_TEXT })
    : { ...table, rows }
}
