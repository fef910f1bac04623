import type { Route } from '../../../contract/http/route.ts'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { List } from '../../../files/lists/defineList.ts'
import { readRows } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import type { Done } from '../change/change.ts'
import type { Transaction } from '../database/openDatabase.ts'
import type { RouteRequest } from '../http/serveRoutes.ts'
import { readSentTable } from './readSentTable.ts'

/** How a list is imported: what its rows are checked against, what is shown of a row, and how they are all written. */
interface ListImport<C, R, N extends string, S> {
  readonly list: List<C, R, N>
  readonly load: (tx: Transaction) => Promise<C | Refusal>
  readonly show: (value: R) => S
  readonly commit: (tx: Transaction, rows: readonly R[]) => Promise<Done<unknown> | Refusal>
}

/** A request that sends a filled workbook. */
type Sent = Pick<RouteRequest<Route>, 'context' | 'change' | 'raw'> & {
  readonly query: { readonly step: 'check' | 'write'; readonly as?: string }
}

/** The result of importing a list. */
interface ListImported<S> {
  readonly accepted: (S & { readonly sheet?: string; readonly row: number })[]
  readonly refused: RefusedRow[]
  readonly notices: ImportNotice[]
  readonly written: number
}

/** Reads a filled workbook; with `write` all of its rows are written, or none if one is refused. `listEmpty`, `listRefused`. */
export async function importList<C, R, N extends string, S>(
  { context, change, query: { step, as }, raw }: Sent,
  { list, load, show, commit }: ListImport<C, R, N, S>,
): Promise<ListImported<S> | Refusal> {
  const table = await readSentTable(choosingHeadings(list, as), raw)
  if (isRefusal(table)) return table
  const read = async (tx: Transaction) => {
    const of = await load(tx)
    const reading = isRefusal(of) ? of : readRows(list, table, of)
    if (isRefusal(reading)) return reading
    const { accepted, refused, notices } = reading
    if (accepted.length + refused.length === 0) return refuse('listEmpty', {})
    const shown = accepted.map(({ sheet, row, value }) => ({ sheet, row, ...show(value) }))
    return {
      rows: accepted.map(one => one.value),
      answer: { accepted: shown, refused: [...refused], notices: [...notices] },
    }
  }
  if (step === 'check')
    return context.db.transaction(async tx => {
      const done = await read(tx)
      return isRefusal(done) ? done : { ...done.answer, written: 0 }
    })
  return change<ListImported<S>>(async tx => {
    const found = await read(tx)
    if (isRefusal(found)) return found
    const [first] = found.answer.refused
    if (first !== undefined)
      return refuse('listRefused', {
        total: found.answer.refused.length,
        first: `第${first.row}行：${first.reason}`,
      })
    const done = await commit(tx, found.rows)
    return isRefusal(done)
      ? done
      : { answer: { ...found.answer, written: found.rows.length }, events: done.events }
  })
}
