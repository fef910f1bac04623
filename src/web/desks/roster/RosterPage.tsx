import { Alert } from 'antd'
import { NOTHING } from '../../../contract/lists/listColumn.ts'
import { OTHERS, rosterColumns as columns } from '../../../contract/roster/rosterColumns.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { NoRoster } from './NoRoster.tsx'
import type { Roster, RosterUnit } from './rosterTypes.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { printDay } from '../../kit/printDay.ts'
import './roster.css'

/** Lists the roster (名册) by lead unit: who answers for each unit and why. */
export function RosterPage() {
  const { year } = useYear()
  const columns = rosterColumns
  const { first, list } = usePagedList(
    'GET /api/years/:year/roster',
    { params: { year: year! } },
    { id: 'roster', columns, rowsOf },
  )
  return (
    <AnsweredPage title="名册" of={first}>
      {roster => <Shown roster={roster} list={list} />}
    </AnsweredPage>
  )
}

const rowsOf = (roster: Roster): readonly RosterUnit[] => roster.units

interface Props {
  readonly roster: Roster
  readonly list: PagedList<RosterUnit>
}

function Shown({ roster: { year, closed }, list }: Props) {
  const may = useMay()
  const { told, missing } = describeRoster(list)
  const mayEdit = may('editRoster') && closed === undefined
  return (
    <>
      <PageHead
        title="名册"
        state={
          list.all > 0 && (
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
        rows={list.rows}
        paged={list}
        columns={rosterColumns}
        rowKey={row => row.id}
        rowLink={row => `/${year}/roster/${encodeURIComponent(row.id)}`}
        rowClass={classOf}
        divider={(below, above) => (below.group === OTHERS && above.group !== OTHERS ? OTHERS : undefined)}
        search="单位、姓名或拼音首字母"
        unit="个单位"
        empty={<NoRoster year={year} closed={closed !== undefined} />}
      />
    </>
  )
}

/** Summarizes the roster in one line, by the values of its columns. */
function describeRoster({ all, choices }: PagedList<RosterUnit>) {
  const of = (state: string): number => choices['state']?.find(({ text }) => text === state)?.count ?? 0
  const missing = of('缺考核对象')
  const leads = choices['lead']?.filter(({ text }) => text !== NOTHING).length ?? 0
  const appraised = of('列入考核') + missing
  const told = [
    `${all}个单位`,
    ...(leads > 0 ? [`牵头单位${leads}个`] : []),
    ...(appraised > 0 && appraised < all ? [`列入考核${appraised}个`] : []),
  ].join('，')
  return { told, missing }
}

function classOf({ leadUnit, state }: RosterUnit): string {
  return `${leadUnit !== undefined ? 'roster-member' : 'roster-head'}${state === '已撤销' ? ' roster-closed' : ''}`
}

/** Columns of the roster. */
const rosterColumns: readonly Column<RosterUnit>[] = showColumns<RosterUnit>(columns, {
  name: { width: 230, onCard: 'title' },
  answers: { width: 95, show: answersShown, onCard: 'figure' },
  why: { width: 240 },
  state: { width: 105, show: stateShown, onCard: 'line' },
  lead: { width: 170, onCard: 'line' },
  leads: { width: 85, kind: 'number', onCard: 'no' },
  tier: { width: 100, onCard: 'no' },
  kind: { width: 110, onCard: 'no' },
  level: { width: 90, hidden: true, onCard: 'no' },
  cohort: { width: 110, hidden: true, onCard: 'no' },
  id: { width: 110, show: row => <span translate="no">{row.id}</span>, hidden: true, onCard: 'no' },
  former: { width: 180, hidden: true, onCard: 'no' },
})

function answersShown({ answers, state }: RosterUnit) {
  return answers?.name ?? <span className={state === '缺考核对象' ? 'bad' : undefined}>—</span>
}

function stateShown({ state, closesOn }: RosterUnit) {
  if (state === '缺考核对象') return <span className="bad">{state}</span>
  return state === '已撤销' ? `${printDay(closesOn!)}撤销` : state
}
