import { type ReportStanding, reportStateNames } from '../../domain/campaign/report/reportState.ts'
import type { ListColumn } from '../lists/listColumn.ts'

interface Row {
  readonly unitName: string
  readonly tierName: string
  readonly leadUnitName?: string | undefined
  readonly secretary?: string | undefined
  readonly state: ReportStanding
  readonly words?: number | undefined
  readonly handedOn?: string | undefined
  readonly lateness?: 'late' | 'missing' | undefined
  readonly vetters: readonly { readonly name: string; readonly state: 'waiting' | 'signed' | 'returned' }[]
  readonly waits: boolean
  readonly slides?: number | undefined
}

/** Words for a report that is not in time. */
export const latenessNames = { late: '迟报', missing: '漏报' } as const

/** Words for where one who vets stands. */
export const vetStateNames = { waiting: '待审核', signed: '已审核', returned: '已退回' } as const

/** Says whether a report came in time; nothing while its day is still ahead. */
export function describeLateness({
  lateness,
  handedOn,
}: Pick<Row, 'lateness' | 'handedOn'>): string | undefined {
  return lateness ? latenessNames[lateness] : handedOn && '按时'
}

/** Columns of the list of reports. */
export const reportColumns: readonly ListColumn<Row>[] = [
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'secretary', title: '书记', value: row => row.secretary, search: true },
  { id: 'state', title: '状态', value: row => reportStateNames[row.state], filter: true },
  { id: 'waits', title: '待我审核', value: row => (row.waits ? '是' : undefined), filter: true },
  { id: 'words', title: '字数', value: row => row.words },
  { id: 'handed', title: '上报日期', value: row => row.handedOn },
  {
    id: 'lateness',
    title: '是否按时',
    value: describeLateness,
    filter: true,
  },
  {
    id: 'vetting',
    title: '审核',
    value: row => {
      const signed = row.vetters.filter(({ state }) => state === 'signed').length
      return row.vetters.length === 0 ? undefined : `${signed}/${row.vetters.length}`
    },
  },
  { id: 'slides', title: '演示文稿页数', value: row => row.slides },
  { id: 'group', title: '牵头单位', value: row => row.leadUnitName, filter: true, search: true },
  { id: 'tier', title: '层级', value: row => row.tierName, filter: true },
]
