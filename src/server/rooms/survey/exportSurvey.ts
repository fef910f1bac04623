import { outcomeNames, rateNames } from '../../../contract/survey/rateNames.ts'
import { callBackNames, unitStateNames } from '../../../contract/survey/surveyNames.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { TableSheet } from '../../../files/xlsx/writeTables.ts'
import { answerWorkbook } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { viewSurvey } from './presentSurvey.ts'
import { percentCell } from './percentCell.ts'
import { listCallBacks } from './supervise.ts'
import { viewProgress } from './viewProgress.ts'

/** Exports what a supervisor sees of the calls: quota, rates, interviewers and call-backs. Numbers stay behind: a saved file outlives their deletion. */
export async function exportCalls({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/calls.xlsx'>): Promise<FileAnswer | Refusal> {
  const survey = await viewSurvey({ context, params })
  if (isRefusal(survey)) return survey
  const progress = await viewProgress({ context, params })
  if (isRefusal(progress)) return progress
  const found = await listCallBacks({ context, params })
  if (isRefusal(found)) return found
  const { quota, rates, outcomes, interviewers } = progress
  const sheets: readonly TableSheet[] = [
    {
      name: '配额',
      columns: QUOTA,
      rows: quota.map(row => [
        row.unitName,
        row.groupName,
        unitStateNames[row.state],
        row.wanted,
        row.answers,
        row.cases,
        row.fresh,
        row.appointments,
        row.retries,
        row.refusals,
        row.checksOpen,
        row.reserve,
      ]),
    },
    {
      name: '应答情况',
      columns: [
        ['项目', 30],
        ['数值', 14],
        ['含义', 60],
      ],
      rows: [
        ...rateNames.flatMap(([name, title, says]) =>
          rates[name] === undefined ? [] : [[title, percentCell(rates[name]), says]],
        ),
        ...Object.entries(outcomeNames).map(([code, title]) => [title, outcomes[code] ?? 0, '号码个数']),
      ],
    },
    {
      name: '访问员',
      columns: INTERVIEWERS,
      rows: interviewers.map(one => [
        one.name,
        one.calls,
        one.answers,
        one.seconds ?? null,
        percentCell(one.refusals?.value),
        percentCell(one.refusals?.low),
        percentCell(one.refusals?.high),
        one.sameAnswer === undefined ? null : (one.sameAnswerName ?? null),
        percentCell(one.sameAnswer?.value),
        percentCell(one.sameAnswer?.low),
        percentCell(one.sameAnswer?.high),
      ]),
    },
    {
      name: '回访',
      columns: CALL_BACKS,
      rows: found.callBacks.map(one => [
        one.unitName,
        one.groupName,
        one.interviewer,
        one.result === undefined ? '待回访' : callBackNames[one.result],
      ]),
    },
  ]
  return answerWorkbook(context, `${survey.title}访问情况`, sheets)
}

const QUOTA = [
  ['单位', 30],
  ['对象', 10],
  ['状态', 12],
  ['计划份数', 10],
  ['完成份数', 10],
  ['个案', 8],
  ['未拨', 8],
  ['预约', 8],
  ['待重拨', 8],
  ['拒访', 8],
  ['待回访', 8],
  ['备用号码', 10],
] as const

const INTERVIEWERS = [
  ['访问员', 16],
  ['拨打次数', 10],
  ['完成份数', 10],
  ['每份用时（秒）', 12],
  ['拒访率', 10],
  ['下限', 10],
  ['上限', 10],
  ['最多的一个答案', 16],
  ['占比', 10],
  ['下限', 10],
  ['上限', 10],
] as const

const CALL_BACKS = [
  ['单位', 30],
  ['对象', 10],
  ['访问员', 16],
  ['结果', 26],
] as const
