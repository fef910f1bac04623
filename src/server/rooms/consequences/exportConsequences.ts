import { followUpStandingNames } from '../../../domain/campaign/followUp/decideFollowUp.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { ofDay } from '../results/ofDay.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { type ConsequenceRow, listConsequences } from './listConsequences.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

const COLUMNS = [
  ['结果运用', 26],
  ['条款', 14],
  ['单位', 28],
  ['牵头单位', 24],
  ['考核对象', 12],
  ['绩效扣分', 10],
  ['执行年度', 10],
  ['所依据的年度', 60],
  ['通知送达', 16],
  ['受送达人', 14],
  ['回复', 50],
  ['约谈或调整建议', 12],
  ['谈话人或受理机关', 14],
] as const

/** Exports the list of consequences (结果运用) as a workbook. */
export async function exportConsequences({
  context,
  actor,
  reach,
  params: { year },
  query: { asOf },
}: Served<'GET /api/years/:year/consequences.xlsx'>): Promise<FileAnswer | Refusal> {
  const list = await listConsequences(context, actor, reach, year, asOf)
  if (isRefusal(list)) return list
  const sheet = { name: '结果运用', columns: COLUMNS, rows: list.rows.map(cellsOf) }
  return answerWorkbook(context, `${year}年度结果运用清单${ofDay(asOf)}`, [sheet])
}

function cellsOf(row: ConsequenceRow) {
  const years = row.years.map(({ cycle, place, fromBottom, of }) =>
    place === undefined ? `${cycle}年` : `${cycle}年第${place}名（共${of ?? '—'}名，倒数第${fromBottom}）`,
  )
  return [
    row.name,
    row.citation,
    row.unitName,
    row.leadUnitName ?? null,
    row.personName ?? null,
    row.deduction === undefined ? null : -row.deduction / 1000,
    `${row.takesEffect}年`,
    years.join('；'),
    row.notice === undefined ? '未送达' : printDay(row.notice.servedOn),
    row.notice?.to ?? null,
    row.notice?.reply ?? null,
    row.standing === undefined ? null : followUpStandingNames[row.standing],
    row.followUp?.who ?? null,
  ]
}
