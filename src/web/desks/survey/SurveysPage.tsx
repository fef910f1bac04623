import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import { surveyStageNames, surveyWayNames } from '../../../domain/campaign/survey/surveyState.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { addressOfSurvey, type Surveys } from './surveyTypes.ts'

/** Lists the surveys (民意调查) of the year and how far each is. (三（二）3) */
export function SurveysPage() {
  const { year } = useYear()
  const of = useAnswer('GET /api/years/:year/surveys', { params: { year } })
  return (
    <AnsweredPage title="民意调查" of={of}>
      {answer => <Shown year={year!} of={answer} />}
    </AnsweredPage>
  )
}

function Shown({ year, of: { surveys, components } }: { readonly year: number; readonly of: Surveys }) {
  const may = useMay()
  const { isSealed } = useYear()
  const withSealed = useWithSealed()
  const commissions = may('commissionSurveys') && !isSealed
  const next = commissions && components.length > 0 && (
    <LinkButton type="primary" to={`/${year}/newSurvey`}>
      拟委托
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title="民意调查"
        state={withSealed(undefined)}
        actions={surveys.length === 0 ? undefined : next}
      />
      <DataTable
        id="surveys"
        label="民意调查"
        height="whole"
        search="调查名称或拼音首字母"
        unit="项调查"
        rows={surveys}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => addressOfSurvey(year, row.id)}
        empty={
          <EmptyState
            title="还没有民意调查"
            what={whatNext(components.length > 0, commissions)}
            {...(next !== false && { next })}
          />
        }
      />
    </>
  )
}

function whatNext(isScored: boolean, commissions: boolean): string {
  if (!isScored) return '本年度的方案没有用民意调查计分的考核项目。'
  return commissions
    ? '先拟委托：定期间、样本量和号码删除日期，再委托调查方。'
    : '组织考核者委托以后列在这里。'
}

const columns: readonly Column<Surveys['surveys'][number]>[] = [
  { id: 'title', title: '调查', width: 200, value: row => row.title, search: true, onCard: 'title' },
  {
    id: 'stage',
    title: '阶段',
    width: 100,
    value: row => surveyStageNames[row.stage],
    filter: true,
    onCard: 'figure',
  },
  { id: 'way', title: '方式', width: 190, value: row => surveyWayNames[row.way], filter: true },
  { id: 'surveyor', title: '受委托单位', width: 130, value: row => row.surveyor },
  { id: 'begins', title: '开始', width: 120, kind: 'day', value: row => row.begins },
  { id: 'ends', title: '截止', width: 120, kind: 'day', value: row => row.ends },
  { id: 'units', title: '单位数', width: 80, kind: 'number', value: row => row.units },
  { id: 'planned', title: '计划份数', width: 100, kind: 'number', value: row => row.planned },
  { id: 'answers', title: '完成份数', width: 100, kind: 'number', value: row => row.answers },
]
