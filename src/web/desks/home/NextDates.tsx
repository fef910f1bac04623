import { Link } from '@tanstack/react-router'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { standingOf, whenIs } from '../year/whenIs.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import type { Year } from '../year/year.ts'

const SHOWN = 4

/** Lists the next dates of the year, nearest first. */
export function NextDates({ of: { year, timetable } }: { readonly of: Year }) {
  const isOwn = useSeesOwnOnly()
  const coming = timetable
    .filter(date => date.state !== 'past')
    .toSorted((one, other) => one.due.localeCompare(other.due))
  return (
    <section aria-labelledby="next-head">
      <h2 id="next-head">接下来</h2>
      {coming.length === 0 && <p>本年度的时间节点都已经过去。</p>}
      <ul className="line-list bare-list">
        {coming.slice(0, SHOWN).map(date => (
          <li key={date.id}>
            <span className="home-what">
              {date.name}
              <span className="soft-line">
                {date.from !== undefined && date.state === 'ahead' ? (
                  <>
                    <ChineseDate of={date.from} />至<ChineseDate of={date.due} />
                  </>
                ) : (
                  <>
                    <ChineseDate of={date.due} />
                    截止
                  </>
                )}
              </span>
            </span>
            <span className="home-when">{isOwn ? whenIs(date.days) : standingOf(date)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/${year}/year`}>查看全部时间安排</Link>
      </p>
    </section>
  )
}
