import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useMemo } from 'react'
import { useGranted } from '../../client/useMay.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { JobLines } from '../../kit/JobLines.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { countOf, StateBar } from '../../kit/table/StateBar.tsx'
import { useMakeFile } from '../../kit/useMakeFile.ts'
import { reportStateNames } from '../../../domain/campaign/report/reportState.ts'
import { reportLooks } from './reportLooks.tsx'
import type { ReportRow } from './reportTypes.ts'

const ROUTE = 'GET /api/years/:year/reports'

/** Lists the reports: who handed in, who is late, how vetting stands. */
export function ReportList({ year }: { readonly year: number }) {
  const may = useMay()
  const granted = useGranted()
  const columns = useMemo(() => reportLooks(), [])
  const { first, list } = usePagedList(ROUTE, { params: { year } }, { id: 'reports', columns, rowsOf })
  const pack = useAct('POST /api/years/:year/reports/pack', { refresh: ['GET /api/jobs'] })
  const packed = useMakeFile(pack)
  const handedIn = list.all - countOf(list, '未起草') - countOf(list, '起草中') - countOf(list, '已退回')
  return (
    <>
      <PageHead
        title="述职报告"
        state={first.data && describeState(list, handedIn, first.data.due)}
        actions={
          <>
            {granted('recordRoutine') && <LinkButton to={`/${year}/reportLateness`}>迟报漏报</LinkButton>}
            <Dropdown
              trigger={['click']}
              disabled={handedIn === 0 || packed.busy}
              menu={{
                onClick: async ({ key }) =>
                  packed.take(await pack.run({ params: { year }, body: key === ALL ? {} : { tier: key } })),
                items: [
                  { key: ALL, label: '全部' },
                  ...(first.data?.tiers ?? []).map(({ id, name }) => ({ key: id, label: name })),
                ],
              }}
            >
              <Button icon={<DownloadOutlined />} loading={packed.busy} disabled={handedIn === 0}>
                {packed.label('下载 Word')}
              </Button>
            </Dropdown>
          </>
        }
      />
      <Answered of={first}>
        {() => (
          <>
            <JobLines year={year} kinds={['packReports']} />
            <StateBar of={list} states={STATES} />
            <DataTable
              id="reports"
              label="述职报告清单"
              rows={list.rows}
              paged={list}
              columns={columns}
              rowKey={row => row.unit}
              rowLink={row => `/${year}/reports/${row.unit}`}
              rowClass={row => (row.waits ? 'report-waits' : undefined)}
              search="单位、书记或拼音首字母"
              unit="个单位"
              empty={
                <EmptyState
                  title="没有要上报述职报告的单位"
                  what="名册中有考核对象的单位都列在这里。"
                  next={
                    may('readRoster') ? <LinkButton to={`/${year}/roster`}>查看名册</LinkButton> : undefined
                  }
                />
              }
            />
          </>
        )}
      </Answered>
    </>
  )
}

/** The states from done to not begun, with their colours. */
const STATES = [
  [reportStateNames.vetted, 'var(--green)'],
  [reportStateNames.handedIn, 'var(--blue)'],
  [reportStateNames.returned, 'var(--amber-soft)'],
  [reportStateNames.draft, 'var(--mist)'],
  [reportStateNames.absent, 'var(--line)'],
] as const

/** The menu's key for all tiers: no tier has an empty id. */
const ALL = ''

function rowsOf({ reports }: { readonly reports: readonly ReportRow[] }): readonly ReportRow[] {
  return reports
}

function describeState(list: PagedList<ReportRow>, handedIn: number, due: string | undefined): string {
  const [late, missing] = [list.choices['lateness'] ?? []].flatMap(values =>
    ['迟报', '漏报'].map(name => values.find(({ text }) => text === name)?.count ?? 0),
  )
  const parts = [
    `${list.all}个单位，已上报${handedIn}个，审核完${countOf(list, '已审核')}个`,
    due && `${printDay(due)}前上报`,
    late ? `迟报${late}个` : undefined,
    missing ? `到期未报${missing}个` : undefined,
  ]
  return parts.filter(part => part !== undefined).join('；')
}
