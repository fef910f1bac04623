import { deadlineComponents } from '../../../domain/year/lifecycle/deadlineComponents.ts'
import { listDeadlines } from '../../../domain/scheme/listDeadlines.ts'
import { type SurveyStage } from '../../../domain/campaign/survey/surveyState.ts'
import type { RoomDate } from '../../year/due/listDates.ts'
import type { Matter, MatterContext } from '../../year/due/matter.ts'
import { listSurveyRows, type SurveyRow } from './survey.store.ts'

/** What waits for the bureau in each stage. */
const BUREAU: Partial<Record<SurveyStage, (title: string) => string>> = {
  commissioned: title => `为“${title}”导入样本框并抽样`,
  drawn: title => `开始“${title}”的访问`,
  calling: title => `督导“${title}”的访问，按期完成`,
  closed: title => `完成“${title}”的回访并分离答卷`,
  separated: title => `移交“${title}”的结果`,
  returned: title => `修改退回的“${title}”结果并重新移交`,
}

/** Lists the surveys under way: what the bureau has to do until when, and results that wait for the committee. (四（三）) */
export async function listSurveyMatters({ context, year, today, may }: MatterContext): Promise<Matter[]> {
  if (!may('readSurveys')) return []
  return (await listSurveyRows(context.db, year)).flatMap(row => matterOf(row, today, may))
}

/** Lists the surveys as dates of the year: the first of a component carries out the scheme's date, further ones stand beside it. */
export async function listSurveyDates({
  context,
  year,
  scored: { scheme },
  may,
}: MatterContext): Promise<RoomDate[]> {
  if (scheme === undefined) return []
  const deadlines = listDeadlines(scheme)
  const carried = new Set<string>()
  return (await listSurveyRows(context.db, year))
    .filter(({ stage }) => stage !== 'drafted')
    .toSorted((one, other) => one.commission.begins.localeCompare(other.commission.begins))
    .flatMap(({ id, stage, component, commission: { title, begins, ends } }): RoomDate[] => {
      const of = deadlines.find(date => deadlineComponents(scheme, date).includes(component))?.id
      if (of === undefined) return []
      const days = {
        of,
        from: begins,
        due: ends,
        open: stage === 'handedOver' || BUREAU[stage] !== undefined,
      }
      if (!carried.has(of)) {
        carried.add(of)
        return [days]
      }
      return may('readSurveys') ? [{ ...days, beside: { id, name: title, due: ends } }] : []
    })
}

function matterOf(
  { id, stage, commission }: SurveyRow,
  today: string,
  may: MatterContext['may'],
): readonly Matter[] {
  const at = { id: `survey-${id}`, name: '民意调查', page: `$year/surveys/${id}` }
  if (stage === 'drafted')
    return [{ ...at, text: `正式委托“${commission.title}”`, waits: may('commissionSurveys') }]
  if (stage === 'handedOver')
    return [
      {
        ...at,
        text: `“${commission.title}”的结果已移交，待接收或退回`,
        act: `接收或者退回“${commission.title}”的结果`,
        waits: may('commissionSurveys'),
        seal: 'warning',
      },
    ]
  const { title, way } = commission
  const text =
    stage === 'commissioned' && way === 'file' ? `交来“${title}”的结果文件` : BUREAU[stage]?.(title)
  if (text === undefined) return []
  const isLate = today > commission.ends
  return [
    {
      ...at,
      text,
      due: commission.ends,
      waits: may('conductSurveys'),
      urgent: isLate,
      late: isLate
        ? { text: `民意调查逾期：“${commission.title}”没有移交结果`, since: commission.ends, units: [] }
        : undefined,
    },
  ]
}
