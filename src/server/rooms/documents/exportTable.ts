import type { CellPlan } from '../../../files/xlsx/sheetPlan.ts'
import type { DocumentData } from '../../../contract/documents/documentField.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { findDocument, readData } from './documents.store.ts'
import { numberOf, titleOf } from './presentDocument.ts'
import { composeDraft, isShown } from './viewDocument.ts'

/** Answers the table of a document as a workbook, with the figures that the document itself shows. `notFound`. */
export async function exportTable({
  context,
  actor,
  reach,
  params: { year, document },
}: Served<'GET /api/years/:year/documents/:document/table.xlsx'>): Promise<FileAnswer | Refusal> {
  const row = await findDocument(context.db, year, document)
  const field = findKind(row?.kind ?? '')?.workbook
  if (row === undefined || field === undefined || !(await isShown(context, actor, reach, row)))
    return refuse('notFound', { what: '这份文件的表格' })
  const composed = row.hash === null ? await composeDraft(context, row) : undefined
  if (isRefusal(composed)) return composed
  const data = composed?.data ?? (await readData(context.db, row.id))
  const lines = data[field.rows] as readonly DocumentData[]
  const columns = field.columns.map(({ title, width }) => [title, width] as const)
  const rows = lines.map(line => field.columns.map(({ of }) => cellOf(line[of])))
  const title = [numberOf(row) ?? '草稿', titleOf(row)].join(' ')
  return answerWorkbook(context, title, [{ name: field.rows, columns, rows }])
}

/** Figures stay figures, with as many decimals as the document prints. */
function cellOf(value: DocumentData[string] | undefined): CellPlan {
  if (typeof value !== 'string' || value === '') return null
  const [figure, decimals] = /^-?\d+(?:\.(\d+))?$/.exec(value) ?? []
  if (figure === undefined) return value
  if (decimals === undefined) return { value: Number(figure), style: { across: 'center' } }
  return { value: Number(figure), style: { format: `0.${'0'.repeat(decimals.length)}` } }
}
