import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { groupRows } from './plan/groupRows.ts'
import { printWeekday } from './plan/weeksOf.ts'
import type { Assignment, Plan } from './roundTypes.ts'
import { addressOfRound, peopleOf, teamOf, windowOf } from './roundWords.ts'
import './rounds.css'

/** Prints the inspection schedule, by day and team. */
export function SchedulePage() {
  const { year, round } = useParams({ strict: false }) as { readonly year: string; readonly round: string }
  const of = useAnswer('GET /api/years/:year/rounds/:round', { params: { year: Number(year), round } })
  return (
    <AnsweredPage title="核查日程" of={of}>
      {plan => <Shown plan={plan} />}
    </AnsweredPage>
  )
}

function Shown({ plan: { round, assignments } }: { readonly plan: Plan }) {
  const days = [...groupRows(assignments, one => one.plannedOn ?? '')].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return (
    <div className="schedule">
      <PageHead
        title={`${round.name}日程`}
        state={`${round.year}年度，${windowOf(round)}，共${assignments.length}个单位`}
        actions={
          <>
            <BackLink to={addressOfRound(round.year, round.id)}>返回安排</BackLink>
            <Button type="primary" onClick={() => print()}>
              打印
            </Button>
          </>
        }
      />
      {days.length === 0 && <EmptyState title="还没有安排单位" />}
      {days.map(([day, rows]) => (
        <OneDay key={day} day={day} rows={rows} />
      ))}
    </div>
  )
}

function OneDay({ day, rows }: { readonly day: string; readonly rows: readonly Assignment[] }) {
  return (
    <section className="schedule-day" aria-label={day === '' ? '未定日期' : printDay(day)}>
      <h2>{day === '' ? '未定日期' : `${printDay(day)} ${printWeekday(day)}`}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">组别</th>
            <th scope="col">核查人员</th>
            <th scope="col">单位</th>
            <th scope="col">备注</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>{teamOf(row.team)}</td>
              <td>{peopleOf(row) || '未派人'}</td>
              <td>{row.unitName}</td>
              <td>{row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
