import { type SurveyStage } from '../../../domain/campaign/survey/surveyState.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { listSurveyRows, type SurveyRow } from './survey.store.ts'

/** What waits for the bureau in each stage. */
const BUREAU: Partial<Record<SurveyStage, string>> = {
  commissioned: '已委托，待导入样本框和抽样',
  drawn: '样本已抽取，待开始访问',
  calling: '正在访问',
  closed: '访问已结束，待回访和分离答卷',
  separated: '答卷已分离，待移交结果',
  returned: '结果被退回，改好后重新移交',
}

/** Lists the surveys under way: what the bureau has to do until when, and results that wait for the committee. (四（三）) */
export async function listSurveyMatters({ context, year, today, may }: MatterContext): Promise<Matter[]> {
  if (!may('readSurveys')) return []
  return (await listSurveyRows(context.db, year)).flatMap(row => matterOf(row, today, may))
}

function matterOf(
  { id, stage, commission }: SurveyRow,
  today: string,
  may: MatterContext['may'],
): readonly Matter[] {
  const at = { id: `survey-${id}`, name: '民意调查', page: `$year/surveys/${id}` }
  if (stage === 'drafted')
    return [{ ...at, text: `“${commission.title}”还没有正式委托`, waits: may('commissionSurveys') }]
  if (stage === 'handedOver')
    return [
      {
        ...at,
        text: `“${commission.title}”的结果已移交，待接收或退回`,
        waits: may('commissionSurveys'),
        seal: 'warning',
      },
    ]
  const text =
    stage === 'commissioned' && commission.way === 'file' ? '已委托，待交来结果文件' : BUREAU[stage]
  if (text === undefined) return []
  const said = `“${commission.title}”${text}`
  const isLate = today > commission.ends
  return [
    {
      ...at,
      text: said,
      due: commission.ends,
      waits: may('conductSurveys'),
      urgent: isLate,
      late: isLate ? { text: `${said}，已过访问截止日期`, since: commission.ends, units: [] } : undefined,
    },
  ]
}
