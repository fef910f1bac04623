import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TableSheet } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { localDay } from '../../platform/localDays.ts'
import { viewBoard } from './viewBoards.ts'
import { viewLedger } from './viewLedger.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Exports the grading board of a lead unit, with the derivation of its quotas and its steps so far. */
export async function exportBoard({
  context,
  actor,
  params: address,
}: Served<'GET /api/years/:year/units/:unit/boards/:component/board.xlsx'>): Promise<FileAnswer | Refusal> {
  const board = await viewBoard(context, actor, address)
  if (isRefusal(board)) return board
  const nameOf = (grade: string | null) =>
    board.component.grades.find(one => one.id === grade)?.name ?? '未评'
  const order = new Map(board.component.grades.map((grade, at) => [grade.id, at]))
  const sorted = board.members.toSorted(
    (one, other) => (order.get(one.grade ?? '') ?? 99) - (order.get(other.grade ?? '') ?? 99),
  )
  const graded: TableSheet = {
    name: '等次评定',
    columns: [
      ['单位', 30],
      ['考核对象', 12],
      ['等次', 10],
      ['理由', 60],
      ['评定人', 14],
    ],
    rows: sorted.map(one => [
      one.unitName,
      one.personName ?? null,
      nameOf(one.grade),
      one.reason,
      one.by ?? null,
    ]),
  }
  const proof: TableSheet = {
    name: '名额推算',
    columns: [
      ['等次', 10],
      ['比例', 8],
      ['应得', 12],
      ['整数部分', 10],
      ['余数', 10],
      ['增加', 8],
      ['名额', 8],
    ],
    rows: [
      ...board.proof.rows.map(row => [
        row.name,
        row.share,
        row.exact,
        row.whole,
        row.remainder,
        row.extra,
        row.places,
      ]),
      ...board.proof.sentences.map(sentence => [sentence]),
    ],
  }
  const history: TableSheet = {
    name: '经过',
    columns: [
      ['时间', 22],
      ['事项', 10],
      ['办理人', 14],
      ['理由', 40],
      ['当时的等次', 80],
    ],
    rows: board.steps.map(step => [
      printDay(localDay(new Date(step.at))),
      { submitted: '上报', returned: '退回', accepted: '接收' }[step.step],
      step.by,
      step.reason,
      step.grades.map(({ name, units }) => `${name}：${units.join('、')}`).join('；'),
    ]),
  }
  return answerWorkbook(context, `${address.year}年度${board.leadUnitName}等次评定`, [graded, proof, history])
}

/** Exports the record of meetings and returns: every record, and the counts of each unit. */
export async function exportLedger(
  request: Served<'GET /api/years/:year/routine/ledger.xlsx'>,
): Promise<FileAnswer | Refusal> {
  const {
    context,
    params: { year },
  } = request
  const ledger = await viewLedger({ ...request, query: {} })
  if (isRefusal(ledger)) return ledger
  const records: TableSheet = {
    name: '逐次登记',
    columns: [
      ['日期', 16],
      ['会议或报送', 34],
      ['登记方', 24],
      ['单位', 30],
      ['事项', 14],
      ['备注', 40],
      ['登记人', 14],
      ['撤回', 40],
    ],
    rows: ledger.occasions.flatMap(occasion =>
      occasion.records.map(record => [
        printDay(occasion.heldOn),
        occasion.name,
        occasion.keeperName ?? '组织考核者',
        record.unitName,
        record.name,
        record.note,
        record.by,
        record.withdrawn === undefined ? null : `${record.withdrawn.by}：${record.withdrawn.why}`,
      ]),
    ),
  }
  const scored = ledger.units.some(unit => unit.deduction !== undefined)
  const units: TableSheet = {
    name: '各单位次数',
    columns: [
      ['单位', 30],
      ['层级', 12],
      ...ledger.faults.map(fault => [fault.name, 14] as const),
      ...(scored ? [['日常管理扣分', 14] as const] : []),
    ],
    rows: ledger.units.map(unit => [
      unit.unitName,
      unit.tierName,
      ...ledger.faults.map(fault => unit.counts.find(one => one.counter === fault.counter)?.count ?? 0),
      ...(scored ? [unit.byLedger ? unit.deduction! / 1000 : null] : []),
    ]),
  }
  return answerWorkbook(context, `${year}年度会议和报送台账`, [records, units])
}
