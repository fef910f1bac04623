import { Link } from '@tanstack/react-router'
import { axisOf, barOf } from '../year/axisOf.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { standingOf } from '../year/standingOf.ts'
import type { Year } from '../year/year.ts'

/** Shows the dates of the year as bars on its months, with a line for today. */
export function YearPicture({ of: { year, timetable, today } }: { readonly of: Year }) {
  const isOwn = useSeesOwnOnly()
  if (timetable.length === 0) return null
  const axis = axisOf(timetable)
  const at = (share: number) => `${(share * 100).toFixed(2)}%`
  const now = axis.at(today)
  const isShown = now >= 0 && now <= 1
  return (
    <section aria-labelledby="picture-head">
      <h2 id="picture-head">全年时间安排</h2>
      <ol className="year-picture bare">
        <li className="year-picture-months" aria-hidden>
          <span />
          <span className="year-picture-axis">
            {axis.months.map(({ label, from }) => (
              <small key={from} style={{ left: at(from) }}>
                {label}
              </small>
            ))}
          </span>
          <span />
        </li>
        {timetable.map(date => {
          const words = standingOf(date, isOwn)
          const isLate = words.startsWith('逾期')
          return (
            <li key={date.id} className={`picture-${isLate ? 'late' : date.state}`}>
              <span className="cut-line" title={date.name}>
                {date.name}
              </span>
              <span className="year-picture-axis" aria-hidden>
                <span className="year-picture-bar" style={barOf(axis, date, today)} />
                {isShown && <span className="year-picture-now" style={{ left: at(now) }} />}
              </span>
              <span className={isLate ? 'to-right unbroken bad' : 'to-right unbroken soft'}>{words}</span>
            </li>
          )
        })}
        {isShown && (
          <li className="year-picture-foot" aria-hidden>
            <span />
            <span className="year-picture-axis">
              <small style={{ left: at(now) }}>今天</small>
            </span>
            <span />
          </li>
        )}
      </ol>
      <p>
        <Link to={`/${year}/year`}>查看年度进展</Link>
      </p>
    </section>
  )
}
