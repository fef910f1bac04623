import { Link } from '@tanstack/react-router'
import { useDesk } from '../../client/useDesk.ts'
import { printDay } from '../../kit/printDay.ts'
import type { WaitingLine } from '../../kit/waitingLine.ts'
import { useBoardsWaiting } from '../routine/useBoardsWaiting.ts'
import { useVisitsWaiting } from '../rounds/useVisitsWaiting.ts'
import { useSheetsWaiting } from '../sheets/useSheetsWaiting.ts'
import { whenIs } from '../year/whenIs.ts'
import type { Year } from '../year/year.ts'
import { placeOf } from './placeOf.ts'

type Waiting = Year['waiting'][number]

/** Lists what waits for the reader, with the day and a link to the desk: late items first, then what others wait for, then matters of the year. */
export function WaitingList({ of: { year, waiting, next } }: { readonly of: Year }) {
  const desk = useDesk()
  const sheets = useSheetsWaiting(year)
  const boards = useBoardsWaiting(year)
  const visits = useVisitsWaiting(year)
  const matters = waiting
    .toSorted((one, other) => (one.days ?? 1000) - (other.days ?? 1000))
    .map(item => toLine(item, desk))
  const lines = [...(visits ?? []), ...(sheets ?? []), ...(boards ?? []), ...matters].toSorted(
    (one, other) => Number(other.late) - Number(one.late),
  )
  const isKnown = [visits, sheets, boards].every(known => known !== undefined)
  return (
    <section aria-labelledby="waiting-head">
      <h2 id="waiting-head">等我办理</h2>
      {lines.length === 0 && isKnown && (
        <p>
          现在没有等您办理的事项。
          {next !== undefined &&
            `最近的节点是${next.name}，${printDay(next.due)}截止，${whenIs(next.days)}。`}
        </p>
      )}
      <ul className="line-list bare-list">
        {lines.map(({ key, text, to, page, why, when, late }) => (
          <li key={key}>
            <span className="home-what">
              {to !== undefined ? (
                <Link to={to}>{text}</Link>
              ) : page !== undefined ? (
                <a href={page}>{text}</a>
              ) : (
                text
              )}
              {why !== undefined && <span className="soft-line">{why}</span>}
            </span>
            {when !== undefined && <span className={late ? 'home-when urgent' : 'home-when'}>{when}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function toLine(item: Waiting, desk: ReturnType<typeof useDesk>): WaitingLine {
  const { id, text, due, days, late } = item
  const place = placeOf(item)
  const to = place === undefined ? undefined : desk(place)
  return {
    key: id,
    text,
    late,
    to,
    when: due === undefined ? undefined : whenText(due, days, late),
  }
}

function whenText(due: string, days: number | undefined, late: boolean): string {
  if (days === undefined) return printDay(due)
  return `${printDay(due)}，${late ? `逾期${-days}天` : whenIs(days)}`
}
