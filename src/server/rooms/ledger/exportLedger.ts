import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TableSheet } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { listEntries } from './ledger.store.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { presentEntries } from './presentEntry.ts'
import { viewCounters } from './viewCounters.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

const STATES = { inForce: '在册', replaced: '已更正', withdrawn: '已撤回' } as const

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
  const ledger: TableSheet = {
    name: '台账',
    columns: [
      ['发生日期', 16],
      ['类别', 20],
      ['标题', 44],
      ['所属期间', 18],
      ['参加人数', 10],
      ['引用的行', 24],
      ['说明', 40],
      ['附件', 30],
      ['登记日期', 16],
      ['登记人', 16],
      ['逾期补录', 24],
      ['状态', 10],
      ['更正或撤回的理由', 30],
    ],
    rows: entries.map(entry => [
      printDay(entry.happenedOn),
      entry.kindName,
      entry.title,
      entry.periodName,
      entry.participants ?? null,
      entry.rows.map(row => row.citation).join('、'),
      entry.note,
      entry.files.map(file => file.name).join('、'),
      printDay(entry.enteredOn),
      entry.enteredBy,
      entry.late ? `是：${entry.lateReason ?? ''}` : null,
      STATES[entry.state],
      entry.ended?.reason ?? null,
    ]),
  }
  const counters: TableSheet = {
    name: '完成情况',
    columns: [
      ['计数项', 22],
      ['要求', 14],
      ['期间', 18],
      ['应做', 8],
      ['已做', 8],
      ['欠缺', 8],
    ],
    rows: view.counters.flatMap(({ name, required, total, periods }) =>
      periods.length === 0
        ? [[name, null, null, null, total, null]]
        : periods.map(({ name: period, due, done }) => [
            name,
            required?.told ?? null,
            period,
            due,
            done,
            Math.max(0, due - done),
          ]),
    ),
  }
  return answerWorkbook(context, `${year}年度台账（${ground.unit.name}）`, [ledger, counters])
}
