import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { planTable } from '../../../files/xlsx/writeTables.ts'
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
  const graded = planTable('等次评定', sorted, [
    ['单位', 30, one => one.unitName],
    ['考核对象', 12, one => one.personName],
    ['等次', 10, one => nameOf(one.grade)],
    ['理由', 60, one => one.reason],
    ['评定人', 14, one => one.by],
  ])
  const { rows, sentences } = board.proof
  const proof = planTable('名额推算', rows, [
    ['等次', 10, row => row.name],
    ['比例', 8, row => row.share],
    ['应得', 12, row => row.exact],
    ['整数部分', 10, row => row.whole],
    ['余数', 10, row => row.remainder],
    ['增加', 8, row => row.extra],
    ['名额', 8, row => row.places],
  ])
  const history = planTable('经过', board.steps, [
    ['时间', 22, step => printDay(localDay(new Date(step.at)))],
    ['事项', 10, ({ step }) => ({ submitted: '上报', returned: '退回', accepted: '接收' })[step]],
    ['办理人', 14, step => step.by],
    ['理由', 40, step => step.reason],
    [
      '当时的等次',
      80,
      step => step.grades.map(({ name, units }) => `${name}：${units.join('、')}`).join('；'),
    ],
  ])
  return answerWorkbook(context, `${address.year}年度${board.leadUnitName}等次评定`, [
    graded,
    { ...proof, rows: [...proof.rows, ...sentences.map(sentence => [sentence])] },
    history,
  ])
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
  const lines = ledger.occasions.flatMap(occasion => occasion.records.map(record => ({ occasion, record })))
  const records = planTable('逐次登记', lines, [
    ['日期', 16, ({ occasion }) => printDay(occasion.heldOn)],
    ['会议或报送', 34, ({ occasion }) => occasion.name],
    ['登记方', 24, ({ occasion }) => occasion.keeperName ?? '组织考核者'],
    ['单位', 30, ({ record }) => record.unitName],
    ['事项', 14, ({ record }) => record.name],
    ['备注', 40, ({ record }) => record.note],
    ['登记人', 14, ({ record }) => record.by],
    ['撤回', 40, ({ record: { withdrawn } }) => withdrawn && `${withdrawn.by}：${withdrawn.why}`],
  ])
  type Unit = (typeof ledger.units)[number]
  const scored = ledger.units.some(unit => unit.deduction !== undefined)
  const units = planTable('各单位次数', ledger.units, [
    ['单位', 30, unit => unit.unitName],
    ['层级', 12, unit => unit.tierName],
    ...ledger.faults.map(({ name, counter }) => {
      const countOf = ({ counts }: Unit) => counts.find(one => one.counter === counter)?.count ?? 0
      return [name, 14, countOf] as const
    }),
    ...(scored
      ? [['日常管理扣分', 14, (unit: Unit) => (unit.byLedger ? unit.deduction! / 1000 : null)] as const]
      : []),
  ])
  return answerWorkbook(context, `${year}年度会议和报送台账`, [records, units])
}
