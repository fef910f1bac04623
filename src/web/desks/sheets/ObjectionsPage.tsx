import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { findingStateNames } from './findingStates.ts'
import { addressOfObjection, type Objection } from './sheetTypes.ts'
import './sheets.css'

/** Lists the objections of units, undecided ones first. */
export function ObjectionsPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/objections', { params: { year } })
  return (
    <AnsweredPage title="异议与裁定" of={answer}>
      {({ objections }) => (
        <>
          <PageHead
            title="异议与裁定"
            state={describe(objections)}
            actions={<BackLink to={`/${year}/sheets`}>返回核查表</BackLink>}
          />
          <DataTable
            id="objections"
            label="异议清单"
            rows={objections}
            columns={columns}
            rowKey={row => row.finding}
            rowLink={row => addressOfObjection(year!, row.finding)}
            search="单位、规则或拼音首字母"
            unit="条"
            empty={
              <EmptyState
                title="没有异议"
                what="单位对核查情况提出异议后，在这里裁定。"
                next={<LinkButton to={`/${year}/sheets`}>返回核查表</LinkButton>}
              />
            }
          />
        </>
      )}
    </AnsweredPage>
  )
}

function describe(objections: readonly Objection[]): string {
  const waiting = objections.filter(one => one.state === 'objected').length
  return waiting === 0 ? `共${objections.length}条，都已裁定` : `共${objections.length}条，待裁定${waiting}条`
}

const columns: readonly Column<Objection>[] = [
  { id: 'unit', title: '单位', width: 200, value: row => row.unitName, search: true, onCard: 'title' },
  {
    id: 'state',
    title: '进展',
    width: 130,
    value: row => findingStateNames[row.state],
    show: row => (
      <span className={row.state === 'objected' ? 'soft unbroken urgent' : 'soft unbroken'}>
        {findingStateNames[row.state]}
      </span>
    ),
    filter: true,
    onCard: 'figure',
  },
  {
    id: 'rule',
    title: '核查情况',
    width: 240,
    value: row => `${row.row} ${row.ruleText}`,
    search: true,
    onCard: 'wide',
  },
  { id: 'cost', title: '扣分', width: 90, value: row => row.cost },
  { id: 'reason', title: '单位的理由', width: 240, value: row => row.reason, sort: false, onCard: 'wide' },
  { id: 'quarter', title: '季度', width: 96, value: row => `第${row.quarter}季度`, filter: true },
  { id: 'at', title: '提出日期', width: 132, kind: 'day', value: row => row.repliedAt },
  {
    id: 'inspectors',
    title: '核查人员',
    width: 150,
    value: row => row.inspectors.join('、'),
    search: true,
    onCard: 'no',
  },
]
