import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { addressOnPhone, stateOf } from './roundWords.ts'
import { ownColumns } from './ownColumns.tsx'
import type { Assignment } from './roundTypes.ts'

const AHEAD = 6

/** Lists the reader's assignments: those to do until the seal, soonest first, each linked to the phone page; then all of the year. With `quiet`, shows nothing if there are none. */
export function OwnAssignments({ year, quiet = false }: { readonly year: number; readonly quiet?: boolean }) {
  const of = useAnswer('GET /api/years/:year/assignments', { params: { year }, query: { mine: 'yes' } })
  if (quiet && (of.data?.assignments ?? []).length === 0) return null
  return (
    <section className="own-assignments" aria-label="我的核查任务">
      <h2>我的核查任务</h2>
      <Answered of={of}>{({ assignments }) => <Shown all={assignments} />}</Answered>
    </section>
  )
}

function Shown({ all }: { readonly all: readonly Assignment[] }) {
  const { isSealed } = useYear()
  const due = all.filter(one => one.state === 'planned')
  if (all.length === 0)
    return <EmptyState title="还没有派给您的核查任务" what="安排下达后，这里会列出要去的单位和日期。" />
  return (
    <>
      {isSealed && due.length > 0 ? (
        <p>结果已封存，没有去的{due.length}个单位不再核查。</p>
      ) : due.length === 0 ? (
        <p>派给您的单位都已核查。</p>
      ) : (
        <DueCards due={due.slice(0, AHEAD)} left={due.length - AHEAD} />
      )}
      <details className="all-own">
        <summary>本年度全部任务（{all.length}项）</summary>
        <DataTable
          id="own-assignments"
          label="我的核查任务"
          rows={all}
          columns={ownColumns}
          rowKey={row => row.id}
          search="单位名称或拼音首字母"
          unit="项"
          height="whole"
        />
      </details>
    </>
  )
}

function DueCards({ due, left }: { readonly due: readonly Assignment[]; readonly left: number }) {
  return (
    <>
      <ul className="due-cards">
        {due.map(one => (
          <li key={one.id}>
            <a href={addressOnPhone(one.id)}>{one.unitName}</a>
            <span className={one.late ? 'bad' : undefined}>
              {one.plannedOn === undefined ? '未定日期' : <ChineseDate of={one.plannedOn} />}{' '}
              {one.late && stateOf(one)}
            </span>
            <span>{one.roundName ?? '牵头单位核查'}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p>另有 {left} 个单位，见下面的全部任务。</p>}
    </>
  )
}
