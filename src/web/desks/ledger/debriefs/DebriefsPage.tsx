import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import {
  DEBRIEF_SIDES,
  type DebriefSide,
  debriefStandings,
} from '../../../../domain/campaign/dualDebrief/dualDebrief.ts'
import { useMay } from '../../../client/useMay.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { countOf, StateBar } from '../../../kit/table/StateBar.tsx'
import { type PagedList, usePagedList } from '../../../kit/table/usePagedList.ts'
import { DebriefMeetings } from '../../meetings/debriefs/DebriefMeetings.tsx'
import { PlanDebriefs } from '../../meetings/debriefs/PlanDebriefs.tsx'
import { useWithSealed } from '../../year/useWithSealed.ts'
import { CountRecords } from '../CountRecords.tsx'
import { useKeeps, useLeads, useOwnUnit } from '../useOwnUnit.ts'
import { PersonForm } from './DebriefForms.tsx'
import { debriefColumns } from './debriefColumns.tsx'
import type { Debrief, Debriefs } from './debriefTypes.ts'
import { ImportDebriefs } from './ImportDebriefs.tsx'

/** Shows who holds a dual debrief (双述双评), what is planned, held and late: a unit its own, a lead unit its members', the committee all. (六（四）) */
export function DebriefsPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="双述双评" /> : <List year={year} />
}

function List({ year }: { readonly year: number }) {
  const { first, list } = usePagedList(
    'GET /api/years/:year/debriefs',
    { params: { year } },
    { id: 'debriefs', columns: allColumns, rowsOf },
  )
  return (
    <AnsweredPage title="双述双评" of={first}>
      {({ sides }) => <Shown year={year} sides={sides} list={list} />}
    </AnsweredPage>
  )
}

const allColumns = debriefColumns(DEBRIEF_SIDES, false)

const rowsOf = ({ people }: Debriefs): readonly Debrief[] => people

interface Props {
  readonly year: number
  readonly sides: readonly DebriefSide[]
  readonly list: PagedList<Debrief>
}

function Shown({ year, sides, list }: Props) {
  const may = useMay()
  const own = useOwnUnit()
  const keeps = useKeeps(own ?? '')
  const withSealed = useWithSealed()
  const [open, setOpen] = useState<'add' | 'import' | 'meet'>()
  const close = () => setOpen(undefined)
  const isOwn = !useLeads() && own !== undefined && !may('closeLedgerPeriod')
  const shownColumns = useMemo(() => debriefColumns(sides, isOwn), [isOwn, sides])
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen('add')}>
      列入一人
    </Button>
  )
  return (
    <>
      <PageHead
        title="双述双评"
        state={withSealed(stateOf(list))}
        actions={
          <>
            {keeps && list.all > 0 && add}
            {keeps && list.all > 0 && <Button onClick={() => setOpen('meet')}>安排评议会</Button>}
            {keeps && <Button onClick={() => setOpen('import')}>导入名单</Button>}
            {may('closeLedgerPeriod') && <CountRecords year={year} />}
          </>
        }
      />
      <DebriefMeetings year={year} unit={isOwn ? own : undefined} />
      <StateBar of={list} states={STATES} column="standing" />
      <DataTable
        id="debriefs"
        label="双述双评名单"
        rows={list.rows}
        paged={list}
        columns={shownColumns}
        rowKey={row => row.id}
        rowLink={row => `/${year}/dualDebriefs/${row.id}`}
        search="姓名、党组织、单位"
        unit="人"
        empty={
          <EmptyState
            title="还没有双述双评名单"
            what={
              keeps
                ? '列入机关党委书记、专职副书记、党总支书记和党支部书记，安排他们述职评议：开评议会投票，由计票登记；没有用本系统投票的，会后登记计票结果。'
                : '各单位列入所属党组织书记后，安排和结果列在这里。'
            }
            next={keeps ? add : <LinkButton to="/">返回首页</LinkButton>}
          />
        }
      />
      {open === 'add' && own !== undefined && (
        <PersonForm year={year} unit={own} sides={sides} onClose={close} />
      )}
      {open === 'meet' && own !== undefined && (
        <PlanDebriefs year={year} unit={own} sides={sides} onClose={close} />
      )}
      {open === 'import' && own !== undefined && <ImportDebriefs year={year} unit={own} onClose={close} />}
    </>
  )
}

function stateOf(list: PagedList<Debrief>): string | undefined {
  if (list.all === 0) return undefined
  const late = countOf(list, debriefStandings.late, 'standing')
  const held = countOf(list, debriefStandings.held, 'standing')
  return `共${list.all}人，述职评议都已登记的${held}人${late > 0 ? `；逾期${late}人` : ''}`
}

const STATES = [
  [debriefStandings.held, 'var(--green)'],
  [debriefStandings.planned, 'var(--blue)'],
  [debriefStandings.unplanned, 'var(--line)'],
  [debriefStandings.late, 'var(--amber-soft)'],
] as const
