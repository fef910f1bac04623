import type { Day } from '../../../domain/kernel/calendar.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { whyTooFar } from '../../../domain/kernel/whyTooFar.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import { createNames } from '../../../files/lists/matchNames.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { answerTemplate } from '../../platform/lists/answerList.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { keepImport, takeImport } from './keepImport.ts'
import { newRemedy, type RemedyFields } from './keepRemedies.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { insertRemedies, readRemedies } from './remedies.store.ts'

interface ReadRemedy extends RemedyFields {
  readonly unit: string
  readonly unitName: string
}

interface RemedyContext {
  readonly units: readonly Unit[]
  readonly unitOf: ReturnType<typeof createNames>
  readonly rows: readonly string[]
  readonly there: ReadonlySet<string>
  readonly today: Day
}

const keyOf = ({ unit, problem }: Pick<ReadRemedy, 'unit' | 'problem'>): string =>
  `${unit} ${comparable(problem)}`

/** The problems of last year as a workbook; one that is listed already, or occurs twice in the file, is refused. */
const remedyList = defineList({
  name: '问题清单',
  most: 2_000,
  columns: [
    {
      name: '单位',
      wanted: true,
      width: 32,
      options: ({ units }: RemedyContext) => units.map(unit => unit.name),
    },
    { name: '问题', also: ['存在问题', '问题描述'], wanted: true, most: 2000, width: 60 },
    { name: '对应的行', width: 16, options: ({ rows }: RemedyContext) => rows },
    { name: '整改措施', most: 2000, width: 44 },
    { name: '完成期限', width: 14, takes: 'day' },
  ],
  guide: () => [
    '一行一个问题；带 * 的列必须填。',
    '单位写名册上的名称。',
    '一次最多导入2000行；上传后先预览，核对无误再列入。',
  ],
  read(line, { units, unitOf, rows, there, today }: RemedyContext): ReadRemedy | undefined {
    const id = line.unit('单位', unitOf)
    const unit = units.find(one => one.id === id)
    if (unit === undefined) return undefined
    const [problem, row] = [line.text('问题'), line.code('对应的行')]
    if (row !== '' && !rows.includes(row)) line.refuse(refuse('ledgerRowUnknown', { row }), '对应的行')
    const deadline = line.day('完成期限')
    const far = whyTooFar(deadline, today)
    if (far !== undefined) line.refuse(far, '完成期限')
    const read = {
      unit: unit.id,
      unitName: unit.name,
      problem,
      measure: line.text('整改措施'),
    }
    if (there.has(keyOf(read))) line.refuse(refuse('remedyTwin', { problem }), '问题')
    return { ...read, row: row === '' ? undefined : row, deadline }
  },
  once: { key: keyOf, twin: row => refuse('ledgerTwinInFile', { row }), column: '问题' },
})

async function loadRemedyContext({ db, today }: AppContext, year: number): Promise<RemedyContext | Refusal> {
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) return scheme
  const { units } = await readRoster(db, year)
  return {
    units,
    unitOf: createNames(units),
    rows: scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)),
    there: new Set((await readRemedies(db, year)).map(keyOf)),
    today: today(),
  }
}

/** Builds the template for the problems of last year, with the units of the year to choose from. */
export async function remedyTemplate({
  context,
  params: { year },
}: Served<'GET /api/years/:year/remedies-template.xlsx'>): Promise<FileAnswer | Refusal> {
  const of = await loadRemedyContext(context, year)
  return isRefusal(of) ? of : answerTemplate(context, remedyList, of, `${year}年度上年问题清单模板`)
}

/** Previews a list of problems. Lists nothing yet. */
export async function previewRemedies(request: Served<'POST /api/years/:year/remedy-imports'>) {
  const of = await loadRemedyContext(request.context, request.params.year)
  if (isRefusal(of)) return of
  const show = ({ unit, unitName, problem }: ReadRemedy) => ({ unit, unitName, problem })
  return keepImport(request, { list: remedyList, of, show })
}

/** Lists the rows accepted in a preview, all in one step. */
export async function commitRemedies({
  context,
  actor,
  change,
  params: { year, import: id },
}: Served<'POST /api/years/:year/remedy-imports/:import/commit'>): Promise<{ added: number } | Refusal> {
  return change<{ added: number }>(async tx => {
    const sealed = await whyYearClosed(tx, year)
    if (sealed !== undefined) return sealed
    const found = await takeImport<ReadRemedy>(tx, { year, id })
    if (isRefusal(found)) return found
    const { file, rows } = found
    const added = await insertRemedies(
      tx,
      rows.map(({ unit, ...fields }) => newRemedy(context, actor, { year, unit }, 'committee', fields)),
    )
    const units = new Set(rows.map(row => row.unit)).size
    return {
      answer: { added },
      events: [{ kind: 'remediesListed', year, values: { from: `“${file}”`, items: added, units } }],
    }
  })
}
