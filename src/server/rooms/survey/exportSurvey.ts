import { outcomeNames, rateNames } from '../../../contract/survey/rateNames.ts'
import { callBackNames, unitStateNames } from '../../../contract/survey/surveyNames.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { planTable, type TableSheet } from '../../../files/xlsx/writeTables.ts'
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
  const sheets = [
    planTable('配额', quota, [
      ['单位', 30, row => row.unitName],
      ['对象', 10, row => row.groupName],
      ['状态', 12, row => unitStateNames[row.state]],
      ['计划份数', 10, row => row.wanted],
      ['完成份数', 10, row => row.answers],
      ['个案', 8, row => row.cases],
      ['未拨', 8, row => row.fresh],
      ['预约', 8, row => row.appointments],
      ['待重拨', 8, row => row.retries],
      ['拒访', 8, row => row.refusals],
      ['待回访', 8, row => row.checksOpen],
      ['备用号码', 10, row => row.reserve],
    ]),
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
    } satisfies TableSheet,
    planTable('访问员', interviewers, [
      ['访问员', 16, one => one.name],
      ['拨打次数', 10, one => one.calls],
      ['完成份数', 10, one => one.answers],
      ['每份用时（秒）', 12, one => one.seconds],
      ['拒访率', 10, one => percentCell(one.refusals?.value)],
      ['下限', 10, one => percentCell(one.refusals?.low)],
      ['上限', 10, one => percentCell(one.refusals?.high)],
      ['最多的一个答案', 16, one => one.sameAnswer && one.sameAnswerName],
      ['占比', 10, one => percentCell(one.sameAnswer?.value)],
      ['下限', 10, one => percentCell(one.sameAnswer?.low)],
      ['上限', 10, one => percentCell(one.sameAnswer?.high)],
    ]),
    planTable('回访', found.callBacks, [
      ['单位', 30, one => one.unitName],
      ['对象', 10, one => one.groupName],
      ['访问员', 16, one => one.interviewer],
      ['结果', 26, one => (one.result === undefined ? '待回访' : callBackNames[one.result])],
    ]),
  ]
  return answerWorkbook(context, `${survey.title}访问情况`, sheets)
}
