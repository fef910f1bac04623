import { useMay } from '../../../client/useMay.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { printShare } from '../printShare.ts'
import type { Progress } from '../surveyTypes.ts'

type Row = Progress['interviewers'][number]

/** Shows the work of each interviewer: length, refusals and one answer too often, with intervals. */
export function InterviewersTable({ interviewers }: { readonly interviewers: readonly Row[] }) {
  const may = useMay()
  return (
    <section aria-label="访问员">
      <h2>访问员</h2>
      <DataTable
        id="surveyInterviewers"
        label="访问员"
        rows={interviewers}
        columns={columns}
        rowKey={row => row.id}
        search="访问员姓名或拼音首字母"
        unit="名"
        height={interviewers.length > 20 ? 'fill' : 'whole'}
        empty={
          <EmptyState
            title="还没有访问员拨打"
            what="访问员用自己的账号登录，打开“电话访问”，按回车键领取个案。"
            {...(may('manageAccounts') && {
              next: <LinkButton to="/accounts/new">开设访问员账号</LinkButton>,
            })}
          />
        }
      />
    </section>
  )
}

const columns: readonly Column<Row>[] = [
  { id: 'name', title: '访问员', width: 160, value: row => row.name, search: true, onCard: 'title' },
  { id: 'atWork', title: '在线', width: 80, value: row => (row.atWork ? '在线' : '不在线'), filter: true },
  { id: 'calls', title: '拨打次数', width: 100, kind: 'number', value: row => row.calls },
  {
    id: 'answers',
    title: '完成份数',
    width: 100,
    kind: 'number',
    value: row => row.answers,
    onCard: 'figure',
  },
  {
    id: 'seconds',
    title: '每份用时',
    width: 110,
    kind: 'number',
    value: row => row.seconds,
    show: row => (row.seconds === undefined ? '—' : `${Math.floor(row.seconds / 60)}分${row.seconds % 60}秒`),
    missing: row => (row.answers === 0 ? '还没有完成的访问' : '分离以后不再看得出'),
  },
  {
    id: 'refusals',
    title: '拒访率（误差范围）',
    width: 190,
    kind: 'number',
    value: row => row.refusals?.value,
    show: row => printShare(row.refusals),
    onCard: 'wide',
  },
  {
    id: 'same',
    title: '最多的一个答案（误差范围）',
    width: 260,
    kind: 'number',
    value: row => row.sameAnswer?.value,
    show: row =>
      row.sameAnswer === undefined ? '—' : `${row.sameAnswerName ?? ''}${printShare(row.sameAnswer)}`,
    missing: () => '分离以后不再看得出',
    onCard: 'wide',
  },
]
