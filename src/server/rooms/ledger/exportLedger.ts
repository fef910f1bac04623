import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { planTable } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { presentEntries } from './presentEntry.ts'
import { viewCounters } from './viewCounters.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

const STATES = { inForce: '在册', replaced: '已更正', withdrawn: '已撤回' } as const

/** What is done of a counter, in one of its periods or altogether. */
interface Done {
  readonly name: string
  readonly told?: string | undefined
  readonly period?: string
  readonly due?: number
  readonly done: number
}

/** Exports the ledger (台账) of a unit: its entries, including those corrected or withdrawn, and its counters. */
export async function exportLedger({
  context,
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/ledger.xlsx'>): Promise<FileAnswer | Refusal> {
  const ground = await loadLedgerContext(context.db, year, unit)
  if (isRefusal(ground)) return ground
  const view = await viewCounters(context, year, unit)
  if (isRefusal(view)) return view
  const entries = await presentEntries(
    context.db,
    ground,
    (await listEntries(context.db, year, unit)).toReversed(),
  )
  const ledger = planTable('台账', entries, [
    ['发生日期', 16, entry => printDay(entry.happenedOn)],
    ['类别', 20, entry => entry.kindName],
    ['标题', 44, entry => entry.title],
    ['所属期间', 18, entry => entry.periodName],
    ['参加人数', 10, entry => entry.participants],
    ['引用的行', 24, entry => entry.rows.map(row => row.citation).join('、')],
    ['说明', 40, entry => entry.note],
    ['附件', 30, entry => entry.files.map(file => file.name).join('、')],
    ['登记日期', 16, entry => printDay(entry.enteredOn)],
    ['登记人', 16, entry => entry.enteredBy],
    ['逾期补录', 24, entry => (entry.late ? `是：${entry.lateReason ?? ''}` : null)],
    ['状态', 10, entry => STATES[entry.state]],
    ['更正或撤回的理由', 30, entry => entry.ended?.reason],
  ])
  const done = view.counters.flatMap<Done>(({ name, required, total, periods }) =>
    periods.length === 0
      ? [{ name, done: total }]
      : periods.map(({ name: period, due, done }) => ({ name, told: required?.told, period, due, done })),
  )
  const counters = planTable('完成情况', done, [
    ['计数项', 22, one => one.name],
    ['要求', 14, one => one.told],
    ['期间', 18, one => one.period],
    ['应做', 8, one => one.due],
    ['已做', 8, one => one.done],
    ['欠缺', 8, one => one.due && Math.max(0, one.due - one.done)],
  ])
  return answerWorkbook(context, `${year}年度台账（${ground.unit.name}）`, [ledger, counters])
}
