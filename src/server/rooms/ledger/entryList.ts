import { ledgerKindsOf } from '../../../contract/ledger/ledgerKinds.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { printDay, printPeriod } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { printRequirement, requirementOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { allPeriodsOf } from '../../../domain/kernel/calendar.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import type { ListLine } from '../../../files/lists/listLine.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { answerTemplate } from '../../platform/lists/answerList.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type EntryFields, judgeEntry, type JudgedEntry } from './judgeEntry.ts'
import { listEntries, type StoredEntry } from './ledger.store.ts'
import { type LedgerContext, loadLedgerContext } from './ledgerContext.ts'

/** An entry read from a row, with its judgement. */
export interface ReadEntry {
  readonly fields: EntryFields
  readonly judged: JudgedEntry
}

interface EntryContext extends LedgerContext {
  readonly today: string
  /** entries in force, by `twinKey`. */
  readonly there: ReadonlyMap<string, StoredEntry>
}

/** The ledger of a unit as a workbook; an entry that exists already, or occurs twice in the file, is refused. */
export const entryList = defineList({
  name: '台账',
  most: 2_000,
  columns: [
    {
      name: '类别',
      wanted: true,
      width: 22,
      options: ({ scheme }: EntryContext) => ledgerKindsOf(scheme).map(kind => kind.name),
    },
    { name: '标题', also: ['名称', '活动名称', '材料名称'], wanted: true, most: 200, width: 44 },
    { name: '发生日期', also: ['日期', '时间', '活动日期'], wanted: true, width: 14, takes: 'day' },
    {
      name: '所属期间',
      also: ['所属时期', '期间', '所属月份'],
      width: 18,
      options: ({ year }: EntryContext) => allPeriodsOf(year).map(printPeriod),
    },
    { name: '参加人数', also: ['人数'], width: 10, takes: 'count' },
    {
      name: '另行引用的行',
      width: 18,
      options: ({ scheme }: EntryContext) => scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)),
    },
    { name: '说明', also: ['备注'], most: 2000, width: 40 },
    { name: '补录原因', also: ['补录理由', '逾期原因'], most: 2000, width: 24 },
  ],
  guide: ({ scheme, rows }: EntryContext) => [
    '一行登记一次活动或一件材料；带 * 的列必须填。',
    '“所属期间”不填时，按发生日期和方案的要求自动归入月份、季度或年度。',
    '“另行引用的行”可填几行的编号，用顿号隔开；计数项对应的行不用再填。',
    '期间截止以后补登的，请在“补录原因”中写明，会标为逾期补录。',
    '一次最多导入2000行；上传后先预览，核对无误再登记。附件在登记以后逐条补。',
    '以下类别计入评分：',
    ...ledgerKindsOf(scheme).flatMap(({ name, counter }) => {
      const requirement = counter && requirementOf(rows, counter.id)
      return requirement === undefined
        ? []
        : [`${name}：${printRequirement(requirement)}（${counter!.citation}）`]
    }),
  ],
  read(line, of): ReadEntry | undefined {
    const said = line.text('类别')
    const kind = ledgerKindsOf(of.scheme).find(
      one => comparable(one.name) === comparable(said) || one.kind === said,
    )
    if (kind === undefined) return line.wrong('类别', '列表中的一个类别')
    const [title, happenedOn] = [line.text('标题'), line.day('发生日期') ?? '']
    const period = periodOf(line, of.year)
    const participants = line.count('参加人数')
    const fields = {
      kind: kind.kind,
      title,
      happenedOn,
      period,
      participants,
      note: line.text('说明'),
      rows: line
        .text('另行引用的行')
        .normalize('NFKC')
        .split(/[、，,;；\s]+/)
        .filter(row => row !== ''),
      files: [],
      ...(line.text('补录原因') === '' ? {} : { lateReason: line.text('补录原因') }),
      twinMeant: false,
    }
    if (line.refused !== undefined) return undefined
    const judged = judgeEntry(fields, of, of.today)
    if (isRefusal(judged)) return line.refuse(judged)
    const twin = of.there.get(twinKey(fields))
    if (twin === undefined) return { fields, judged }
    const { title: known, enteredBy, enteredOn } = twin
    return line.refuse(refuse('ledgerTwin', { title: known, by: enteredBy, on: printDay(enteredOn) }))
  },
  once: { key: ({ fields }) => twinKey(fields), twin: row => refuse('ledgerTwinInFile', { row }) },
})

/** Returns the key by which entries count as the same: kind, day, and title as names are compared. */
export function twinKey({
  kind,
  happenedOn,
  title,
}: Pick<EntryFields, 'kind' | 'happenedOn' | 'title'>): string {
  return `${kind} ${happenedOn} ${comparable(title)}`
}

/** Loads what the rows of a ledger are checked against. */
export async function loadEntryContext(
  context: AppContext,
  year: number,
  unit: string,
): Promise<EntryContext | Refusal> {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const entries = await listEntries(context.db, year, unit)
  const there = entries
    .filter(entry => entry.state === 'inForce')
    .map(entry => [twinKey(entry), entry] as const)
  return { ...ground, today: context.today(), there: new Map(there) }
}

/** Builds the ledger template of a unit, with the kinds, periods and rows of its scheme to choose from. */
export async function entryTemplate({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/ledger-template.xlsx'>): Promise<FileAnswer | Refusal> {
  const of = await loadEntryContext(context, year, unit)
  if (isRefusal(of)) return of
  return answerTemplate(context, entryList, of, `${year}年度台账填报模板（${of.unit.name}）`)
}

function periodOf(line: ListLine<'所属期间'>, year: number): string | undefined {
  const period = line.period('所属期间', year)
  if (period === undefined || allPeriodsOf(year).includes(period)) return period
  return line.wrong('所属期间', '本年度的年、季度或月份，如2018年7月')
}
