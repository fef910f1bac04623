import type { Route } from '../../../contract/http/route.ts'
import type { ImportNotice, RefusedRow } from '../../../contract/shape/listImport.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { List } from '../../../files/lists/defineList.ts'
import { readRows } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { RouteRequest } from '../../platform/http/serveRoutes.ts'
import { readSentTable } from '../../platform/lists/readSentTable.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { addImport, findImport, markEntered } from './imports.store.ts'

/** A request that sends a file for preview. */
type Sent = Pick<RouteRequest<Route>, 'context' | 'actor' | 'change' | 'raw'> & {
  readonly params: { readonly year: number; readonly unit?: string }
  readonly query: { readonly name: string; readonly as?: string }
}

interface Preview<S> {
  readonly id: string
  readonly file: string
  readonly read: number
  readonly accepted: (S & { readonly sheet?: string; readonly row: number })[]
  readonly refused: RefusedRow[]
  readonly notices: ImportNotice[]
}

/** Reads a list and keeps the accepted rows until they are committed; `show` presents a row in the preview. Enters nothing. */
export async function keepImport<C, R extends object, N extends string, S>(
  { context, actor, change, raw, params: { year, unit }, query: { name, as } }: Sent,
  { list, of, show }: { readonly list: List<C, R, N>; readonly of: C; readonly show: (value: R) => S },
): Promise<Preview<S> | Refusal> {
  const table = await readSentTable(choosingHeadings(list, as), raw)
  const reading = isRefusal(table) ? table : readRows(list, table, of)
  if (isRefusal(reading)) return reading
  const { accepted, refused, notices } = reading
  const [id, file] = [context.newId(), shownName(name)]
  return change<Preview<S>>(async tx => {
    await addImport(tx, {
      id,
      year,
      unit: unit ?? null,
      file,
      rows: accepted.map(one => one.value),
      madeBy: actor.name,
      madeAt: context.now().toISOString(),
    })
    const answer = {
      id,
      file,
      read: accepted.length + refused.length,
      accepted: accepted.map(({ sheet, row, value }) => ({ sheet, row, ...show(value) })),
      refused: [...refused],
      notices: [...notices],
    }
    const values = { file, accepted: accepted.length, refused: refused.length }
    const at = { year, unit }
    return { answer, events: [{ kind: 'ledgerImportShown', ...at, values }] }
  })
}

/** Takes the rows of a preview to commit in this transaction. `notFound`, `ledgerImportDone`, `listEmpty`. */
export async function takeImport<R>(
  tx: Transaction,
  { year, unit, id }: { readonly year: number; readonly unit?: string; readonly id: string },
): Promise<{ readonly file: string; readonly rows: readonly R[] } | Refusal> {
  const found = await findImport(tx, year, id, unit ?? null)
  if (found === undefined) return refuse('notFound', { what: '这次导入' })
  if (found.state === 'entered') return refuse('ledgerImportDone', {})
  if (found.rows.length === 0) return refuse('listEmpty', {})
  await markEntered(tx, id)
  return { file: found.file, rows: found.rows as readonly R[] }
}
