import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { type Axis, axisOf, barOf } from './axisOf.ts'
import { standingOf } from './standingOf.ts'
import type { Year, YearDate } from './year.ts'
import './timetable.css'

/** Shows the timetable: each date as a bar on the months of the year with a line for today; past, next and late. On a phone, without bars. */
export function Timetable({
  of: { year, timetable, next, today },
  isOwn,
}: {
  readonly of: Year
  readonly isOwn: boolean
}) {
  if (timetable.length === 0)
    return (
      <EmptyState
        title="方案没有规定时间节点"
        what="可在方案中补上各项工作的起止日期，印发后在“阶段与方案”改用新版本。"
        next={<LinkButton to={`/${year}/year/phases`}>阶段与方案</LinkButton>}
      />
    )
  const axis = axisOf(timetable)
  return (
    <div className="timetable">
      <div className="timetable-months" aria-hidden>
        <span className="timetable-axis">
          {axis.months.map(({ label, from, to }) => (
            <span key={from} style={{ left: percent(from), width: percent(to - from) }}>
              {label}
            </span>
          ))}
          <Today axis={axis} today={today} isNamed />
        </span>
      </div>
      <ol>
        {timetable.map(date => (
          <Line
            key={date.id}
            date={date}
            axis={axis}
            today={today}
            isNext={date.id === next?.id}
            isOwn={isOwn}
          />
        ))}
      </ol>
    </div>
  )
}

interface LineProps {
  readonly date: YearDate
  readonly axis: Axis
  readonly today: string
  readonly isNext: boolean
  readonly isOwn: boolean
}

function Line({ date, axis, today, isNext, isOwn }: LineProps) {
  const counted = isOwn ? undefined : date.counted
  const words = standingOf(date, isOwn)
  const look = words.startsWith('逾期') ? 'late' : date.state
  return (
    <li
      className={isNext ? `timetable-${look} timetable-next` : `timetable-${look}`}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className="timetable-name">
        {date.name}
        <span className="timetable-clause">{date.citation}</span>
      </span>
      <span className="timetable-axis" aria-hidden>
        <span className="timetable-bar" style={barOf(axis, date, today)} />
        <Today axis={axis} today={today} />
      </span>
      <span className="timetable-due unbroken">
        <ChineseDate of={date.due} />
      </span>
      <span className="timetable-words unbroken">{words}</span>
      <span className="timetable-count to-right unbroken">
        {counted === undefined ? '' : `${counted.done}/${counted.total}`}
      </span>
    </li>
  )
}

function Today({
  axis,
  today,
  isNamed = false,
}: {
  readonly axis: Axis
  readonly today: string
  readonly isNamed?: boolean
}) {
  const at = axis.at(today)
  if (at < 0 || at > 1) return null
  return (
    <span className="timetable-today" style={{ left: percent(at) }}>
      {isNamed && <small>今天</small>}
    </span>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}
