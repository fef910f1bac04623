import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { MOST_BYTES, MOST_ROWS, remedyColumns } from '../../../files/ledger/entryColumns.ts'
import { readTable } from '../../../files/xlsx/readTable.ts'
import { writeForm } from '../../../files/ledger/writeForm.ts'
import { type Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { shownName } from '../../platform/http/shownName.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { addImport, findImport, markEntered } from './imports.store.ts'
import { newRemedy, type RemedyFields } from './keepRemedies.ts'
import { openYearOnly } from './openYearOnly.ts'
import { dayOf, type RefusedRow } from './readEntryRows.ts'
import { insertRemedies, readRemedies } from './remedies.store.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Preview = Answered<'POST /api/years/:year/remedy-imports'>

interface ReadRemedy extends RemedyFields {
  readonly at: number
  readonly unit: string
  readonly unitName: string
}

/** 上年问题清单模板, with the units of the year to choose from. */
export async function remedyTemplate({
  context,
  params: { year },
}: Served<'GET /api/years/:year/remedies-template.xlsx'>): Promise<FileAnswer | Refusal> {
  const scheme = await schemeOfYear(context.db, year)
  if (isRefusal(scheme)) return scheme
  const { units } = await readRoster(context.db, year)
  const title = `${year}年度上年问题清单模板`
  const content = await writeForm({
    title,
    sheet: '问题清单',
    madeOn: context.today(),
    columns: remedyColumns,
    options: {
      单位: units.map(unit => unit.name),
      对应的行: scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)),
    },
    dates: ['完成期限'],
    counts: [],
    guide: [
      '一行一个问题；带 * 的列必须填。',
      '单位写名册上的名称。',
      `一次最多导入${MOST_ROWS}行；上传后先预览，核对无误再列入。`,
    ],
  })
  return { name: `${title}.xlsx`, type: XLSX, content }
}

/** 预览一份问题清单; nothing is listed yet. */
export async function previewRemedies(
  context: AppContext,
  actor: Actor,
  change: Change,
  year: number,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Preview | Refusal> {
  if (bytes.length > MOST_BYTES) return refuse('bodyTooLarge', { most: '10 MB' })
  const scheme = await schemeOfYear(context.db, year)
  if (isRefusal(scheme)) return scheme
  const table = readTable(bytes, remedyColumns, MOST_ROWS)
  if (isRefusal(table)) return table
  const { units } = await readRoster(context.db, year)
  const known = new Map(units.flatMap(unit => [[unit.name, unit] as const, [unit.id, unit] as const]))
  const rows = new Set(scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)))
  const seen = new Map(
    (await readRemedies(context.db, year)).map(item => [`${item.unit} ${item.problem}`, 0]),
  )
  const accepted: ReadRemedy[] = []
  const refused: RefusedRow[] = []
  for (const { row: at, cells } of table) {
    const no = (column: string, refusal: Refusal) =>
      void refused.push({
        row: at,
        column,
        ...(cells.has(column) ? { cell: cells.get(column)! } : {}),
        reason: sentenceOfRefusal(refusal),
      })
    const [said, problem, row, until] = [
      cells.get('单位'),
      cells.get('问题'),
      cells.get('对应的行'),
      cells.get('完成期限'),
    ]
    const unit = known.get(said ?? '')
    const deadline: Day | undefined = dayOf(until)
    const wrong = (column: string, wanted: string) =>
      cells.has(column)
        ? refuse('ledgerCellWrong', { column, cell: cells.get(column)!.slice(0, 50), wanted })
        : refuse('ledgerCellMissing', { column })
    if (unit === undefined)
      no('单位', said === undefined ? wrong('单位', '') : refuse('noSuchUnit', { unit: said }))
    else if (problem === undefined || problem.length > 2000) no('问题', wrong('问题', '不超过2000字'))
    else if (row !== undefined && !rows.has(row)) no('对应的行', refuse('ledgerRowUnknown', { row }))
    else if (until !== undefined && deadline === undefined)
      no('完成期限', wrong('完成期限', '日期，如2018-07-06'))
    else if (seen.has(`${unit.id} ${problem}`)) {
      const first = seen.get(`${unit.id} ${problem}`)!
      no('问题', first > 0 ? refuse('ledgerTwinInFile', { row: first }) : refuse('remedyTwin', { problem }))
    } else {
      seen.set(`${unit.id} ${problem}`, at)
      const measure = (cells.get('整改措施') ?? '').slice(0, 2000)
      accepted.push({ at, unit: unit.id, unitName: unit.name, problem, row, measure, deadline })
    }
  }
  const [id, file] = [context.newId(), shownName(name)]
  const shown = accepted.map(({ at, unit, unitName, problem }) => ({ row: at, unit, unitName, problem }))
  return change<Preview>(async tx => {
    await addImport(tx, {
      id,
      year,
      unit: null,
      file,
      rows: accepted,
      madeBy: actor.name,
      madeAt: context.now().toISOString(),
    })
    const values = { file, accepted: accepted.length, refused: refused.length }
    return {
      answer: { id, file, read: table.length, accepted: shown, refused: refused.map(one => ({ ...one })) },
      events: [{ kind: 'ledgerImportShown', year, values }],
    }
  })
}

/** 列入预览中通过的各行, all at once. */
export async function commitRemedies({
  context,
  actor,
  change,
  params,
}: Served<'POST /api/years/:year/remedy-imports/:import/commit'>): Promise<{ added: number } | Refusal> {
  const { year, id } = { year: params.year, id: params.import }
  return change<{ added: number }>(async tx => {
    const sealed = await openYearOnly(tx, year)
    if (sealed !== undefined) return sealed
    const found = await findImport(tx, year, id, null)
    if (found === undefined) return refuse('notFound', { what: '这次导入' })
    if (found.state === 'entered') return refuse('ledgerImportDone', {})
    const rows = found.rows as readonly ReadRemedy[]
    if (rows.length === 0) return refuse('ledgerImportEmpty', {})
    const added = await insertRemedies(
      tx,
      rows.map(({ unit, ...fields }) => newRemedy(context, actor, { year, unit }, 'committee', fields)),
    )
    await markEntered(tx, id)
    const units = new Set(rows.map(row => row.unit)).size
    return {
      answer: { added },
      events: [{ kind: 'remediesListed', year, values: { from: `“${found.file}”`, items: added, units } }],
    }
  })
}
