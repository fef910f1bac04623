import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { addDays, weekdayOf } from '../../../domain/kernel/calendar.ts'
import type { CallAnswer } from '../../client/call.ts'
import { onlyAt } from '../../kit/table/useTableView.ts'
import { problemAt } from './rectifyTypes.ts'

type Board = CallAnswer<'GET /api/years/:year/problem-board'>
type DueDay = Board['days'][number]

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** Shows a month with the open problems on the day of their next step; starts at the first month that has an overdue or open one. */
export function ProblemCalendar({ of: { year, today, days, units } }: { readonly of: Board }) {
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  const [month, setMonth] = useState(months[0])
  if (month === undefined) return <p className="soft">没有待办的时限。</p>
  const at = months.indexOf(month)
  const byDay = new Map(days.map(one => [one.day, one]))
  const lookOf = (day: string) => {
    if (!day.startsWith(month)) return 'is-empty'
    if (day === today) return byDay.has(day) ? 'is-today' : 'is-today is-empty'
    return byDay.has(day) ? undefined : 'is-empty'
  }
  const title = `${month.slice(0, 4)}年${Number(month.slice(5))}月`
  return (
    <section aria-label="日历">
      <div className="problem-month buttons-level">
        <Button disabled={at === 0} onClick={() => setMonth(months[at - 1])}>
          上一月
        </Button>
        <h2 aria-live="polite">{title}</h2>
        <Button disabled={at === months.length - 1} onClick={() => setMonth(months[at + 1])}>
          下一月
        </Button>
      </div>
      <table className="problem-calendar" aria-label={`${title}各日到时限的问题`}>
        <thead>
          <tr>
            {WEEKDAYS.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <td key={day} className={lookOf(day)}>
                  {day.startsWith(month) && (
                    <Day
                      year={year}
                      day={day}
                      isToday={day === today}
                      isOwn={units.length === 1}
                      due={byDay.get(day)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface DayProps {
  readonly year: number
  readonly day: string
  readonly isToday: boolean
  /** Whether all problems are of one unit, whose name then says nothing. */
  readonly isOwn: boolean
  readonly due?: DueDay | undefined
}

function Day({ year, day, isToday, isOwn, due }: DayProps) {
  const isLate = due !== undefined && due.overdue === due.count
  return (
    <>
      <div className="soft">
        {Number(day.slice(8))}日{isToday && '（今天）'}
        {due !== undefined && !isLate && `，${due.count}个`}
        {due !== undefined && due.overdue > 0 && (
          <span className="bad">
            ，{!isLate && '其中'}逾期{due.overdue}个
          </span>
        )}
      </div>
      {due?.problems.map(one => (
        <div key={one.id}>
          <Link to={problemAt(year, one)} title={one.text}>
            {isOwn ? one.text : one.unitName}
          </Link>
        </div>
      ))}
      {due !== undefined && due.count > due.problems.length && (
        <div>
          <Link to={onlyAt(`/${year}/problems`, { due: [day] })}>
            另有{due.count - due.problems.length}个，查看全部
          </Link>
        </div>
      )}
    </>
  )
}

/** The weeks of a month, from Monday to Sunday, with the days of its neighbours at both ends. */
function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`
  const start = addDays(first, -((weekdayOf(first) + 6) % 7))
  const weeks: string[][] = []
  for (let day = start; day.slice(0, 7) <= month; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)))
  return weeks
}
