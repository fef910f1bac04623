import { Alert } from 'antd'
import { useMemo } from 'react'
import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { NoRoster } from './NoRoster.tsx'
import { rosterColumns } from './rosterColumns.tsx'
import { OTHERS, type RosterRow, rosterRows, describeRoster } from './rosterRows.ts'
import type { Roster } from './rosterTypes.ts'
import './roster.css'

/** Lists the roster (名册) by lead unit: who answers for each unit and why. */
export function RosterPage() {
  const { year } = useYear()
  return (
    <AnsweredPage title="名册" of={useAnswer('GET /api/years/:year/roster', { params: { year } })}>
      {roster => <Shown roster={roster} />}
    </AnsweredPage>
  )
}

function Shown({ roster }: { readonly roster: Roster }) {
  const may = useMay()
  const { year, closed } = roster
  const rows = useMemo(() => rosterRows(roster), [roster])
  const { told, missing } = describeRoster(rows)
  const mayEdit = may('editRoster') && closed === undefined
  return (
    <>
      <PageHead
        title="名册"
        state={
          rows.length > 0 && (
            <>
              {told}
              {missing > 0 && (
                <>
                  ，<strong className="bad">{missing}个单位找不到考核对象</strong>
                </>
              )}
            </>
          )
        }
        actions={
          (mayEdit || may('importFiles')) && (
            <>
              {mayEdit && <LinkButton to={`/${year}/newUnit`}>增加单位</LinkButton>}
              {may('importFiles') && <LinkButton to={`/${year}/imports`}>导入与导出</LinkButton>}
            </>
          )
        }
      />
      {closed !== undefined && may('editRoster') && (
        <Alert type="info" showIcon title={closed} style={{ marginBottom: 12 }} />
      )}
      <DataTable
        id="roster"
        label="名册"
        rows={rows}
        columns={rosterColumns}
        rowKey={row => row.unit.id}
        rowLink={row => `/${year}/roster/${encodeURIComponent(row.unit.id)}`}
        rowClass={classOf}
        divider={(below, above) => (below.group === OTHERS && above.group !== OTHERS ? OTHERS : undefined)}
        search="单位、姓名或拼音首字母"
        unit="个单位"
        empty={<NoRoster year={year} closed={closed !== undefined} />}
      />
    </>
  )
}

function classOf({ isMember, state }: RosterRow): string {
  return `${isMember ? 'roster-member' : 'roster-head'}${state === '已撤销' ? ' roster-closed' : ''}`
}
