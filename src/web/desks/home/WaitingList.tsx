import { Link } from '@tanstack/react-router'
import { useDesk } from '../../app/useDesk.ts'
import { printDay } from '../../parts/printDay.ts'
import { whenIs } from '../year/whenIs.ts'
import type { Year } from '../year/year.ts'
import { placeOf } from './placeOf.ts'

type Waiting = Year['waiting'][number]

/** 等我办理: each with its day and where it is done; the late first. */
export function WaitingList({ of: { waiting, next } }: { readonly of: Year }) {
  return (
    <section aria-labelledby="waiting-head">
      <h2 id="waiting-head">等我办理</h2>
      {waiting.length === 0 ? (
        <p>
          现在没有等您办理的事项。
          {next !== undefined && `最近的节点是${next.name}，${printDay(next.due)}截止，${whenIs(next.days)}。`}
        </p>
      ) : (
        <ul className="home-list">
          {waiting.toSorted(byUrgency).map(item => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ item }: { readonly item: Waiting }) {
  const desk = useDesk()
  const { text, due, days, late } = item
  const place = placeOf(item)
  const address = place === undefined ? undefined : desk(place)
  return (
    <li>
      <span className="home-what">{address === undefined ? text : <Link to={address}>{text}</Link>}</span>
      {due !== undefined && <span className={late ? 'home-when home-late' : 'home-when'}>{whenText(due, days, late)}</span>}
    </li>
  )
}

function whenText(due: string, days: number | undefined, late: boolean): string {
  if (days === undefined) return printDay(due)
  return `${printDay(due)}，${late ? `逾期${-days}天` : whenIs(days)}`
}

function byUrgency(one: Waiting, other: Waiting): number {
  return Number(other.late) - Number(one.late) || (one.days ?? 1000) - (other.days ?? 1000)
}
