import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../../client/useMay.ts'
import { useYear } from '../../../client/useYear.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../../kit/table/usePagedList.ts'
import { useWithSealed } from '../../year/useWithSealed.ts'
import type { RoutineLedger } from '../routineTypes.ts'
import { call } from '../../../client/call.ts'
import { SaveAs } from '../../../kit/SaveAs.tsx'
import { CostWords } from './CostWords.tsx'
import { OccasionList } from './OccasionList.tsx'
import { RecordOccasion } from './RecordOccasion.tsx'
import { unitColumns } from './unitColumns.tsx'
import '../routine.css'

/** Shows the ledger of meetings and returns: who was absent, sent a deputy, or was late, missing or wrong, and what it costs where. (三（二）1, 附件 四.4) */
export function MeetingsPage() {
  const { year } = useYear()
  const [occasions, setOccasions] = useState<'all'>()
  const { first, list } = usePagedList(
    'GET /api/years/:year/routine/ledger',
    { params: { year: year! }, query: { occasions } },
    { id: 'routine-units', columns: [], rowsOf },
  )
  if (year === undefined) return <NoYear />
  return (
    <AnsweredPage title="会议和报送" of={first}>
      {ledger => <Shown key={ledger.year} ledger={ledger} list={list} onAll={() => setOccasions('all')} />}
    </AnsweredPage>
  )
}

type Line = RoutineLedger['units'][number]

const rowsOf = (ledger: RoutineLedger): readonly Line[] => ledger.units

interface Props {
  readonly ledger: RoutineLedger
  readonly list: PagedList<Line>
  readonly onAll: () => void
}

function Shown({ ledger, list, onAll }: Props) {
  const may = useMay()
  const withSealed = useWithSealed()
  const [recording, setRecording] = useState(false)
  const columns = useMemo(() => unitColumns(ledger), [ledger])
  const mayRecord = may('recordRoutine') && ledger.faults.length > 0
  return (
    <>
      <PageHead
        title="会议和报送"
        state={withSealed(`${ledger.held}次会议和报送，${ledger.recorded}条缺席、代会、迟报、漏报、错报`)}
        actions={
          <>
            <SaveAs
              text="导出"
              fetch={() =>
                call('GET /api/years/:year/routine/ledger.xlsx', { params: { year: ledger.year } })
              }
            />
            {mayRecord && !recording && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
                登记一次
              </Button>
            )}
          </>
        }
      />
      {recording && <RecordOccasion ledger={ledger} onClose={() => setRecording(false)} />}
      <CostWords ledger={ledger} />
      <section className="routine-part" aria-labelledby="occasions-head">
        <h2 id="occasions-head">逐次登记</h2>
        <OccasionList ledger={ledger} onAll={onAll} />
      </section>
      {list.all > 1 && (
        <section className="routine-part" aria-labelledby="units-head">
          <h2 id="units-head">各单位次数</h2>
          <DataTable
            id="routine-units"
            label="各单位次数"
            noExport
            rows={list.rows}
            paged={list}
            columns={columns}
            rowKey={row => row.unit}
            search="单位名称或拼音首字母"
            unit="个单位"
            height={list.all > 40 ? 'fill' : 'whole'}
          />
        </section>
      )}
    </>
  )
}

function NoYear() {
  return (
    <>
      <PageHead title="会议和报送" />
      <EmptyState
        title="还没有考核年度"
        what="开启年度后，在这里登记会议和报送情况。"
        next={<LinkButton to="/">返回首页</LinkButton>}
      />
    </>
  )
}
