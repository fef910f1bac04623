import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { planTable } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import { answerList } from '../../platform/lists/answerList.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { inspectorList } from './importInspectors.ts'
import { viewInspectors } from './viewInspectors.ts'
import { viewPlan } from './viewPlan.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

const STATES = { planned: '待核查', done: '已核查', cancelled: '已撤去' } as const

/** Exports the plan of a round as a workbook, by date and team. */
export async function exportPlan({
  context,
  reach,
  params: { year, round: id },
}: Served<'GET /api/years/:year/rounds/:round/plan.xlsx'>): Promise<FileAnswer | Refusal> {
  const plan = await viewPlan(context, reach, year, id)
  if (isRefusal(plan)) return plan
  const groups = new Map(plan.units.map(unit => [unit.id, unit.groupName]))
  const table = planTable('核查安排', plan.assignments, [
    ['日期', 16, ({ plannedOn }) => plannedOn && printDay(plannedOn)],
    ['组别', 10, ({ team }) => (team === undefined ? null : `第${team}组`)],
    ['单位', 32, ({ unitName }) => unitName],
    ['牵头单位', 26, ({ unit }) => groups.get(unit)],
    ['核查人员', 30, ({ inspectors }) => inspectors.map(one => one.name).join('、')],
    ['状态', 10, ({ state }) => STATES[state]],
    ['备注', 30, ({ note }) => note],
  ])
  return answerWorkbook(context, `${plan.round.name}核查安排`, [table])
}

/** Exports the list of inspectors with the columns that the import reads. */
export async function exportInspectors({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/inspectors.xlsx'>): Promise<FileAnswer | Refusal> {
  const list = await viewInspectors(context, reach, year)
  if (isRefusal(list)) return list
  const rows = list.inspectors.map(({ name, homeName, leadGroupName, username }) => [
    name,
    homeName ?? null,
    leadGroupName ?? null,
    username ?? null,
  ])
  return answerList(context, inspectorList, '核查人员名单', rows)
}
