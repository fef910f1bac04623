import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import { newEntryAt } from '../addresses.ts'
import { isOpen } from '../dueOf.ts'
import type { Counter, Counters, Slot } from '../ledgerTypes.ts'
import { SlotEntries } from './SlotEntries.tsx'

interface Props {
  readonly of: Counters
  readonly counter: Counter
  readonly slot: Slot
  readonly keeps: boolean
  readonly withName?: boolean
}

/** Shows one cell of the matrix: a word and done of due. An empty cell links to a new entry, others to the existing entries. */
export function SlotCell({ of, counter, slot, keeps, withName = false }: Props) {
  const said = (
    <>
      <span className="only-aloud">
        {counter.name}，{withName ? '' : `${slot.name}，`}
      </span>
      {withName && <span className="slot-name">{shortName(slot)}</span>}
      <span className="slot-word">{wordOf(slot)}</span>
      <span className="slot-count">
        {slot.done}/{slot.due}
      </span>
    </>
  )
  const style = `slot slot-${slot.state}`
  if (slot.done === 0) {
    if (!keeps || !isOpen(slot)) return <span className={style}>{said}</span>
    return (
      <Link
        className={style}
        to={newEntryAt(of.year, of.unit, { kind: counter.counter, period: slot.period })}
      >
        {said}
        <span className="only-aloud">，登记一次</span>
      </Link>
    )
  }
  return (
    <Popover
      trigger="click"
      destroyOnHidden
      title={`${counter.name}，${slot.name}`}
      content={<SlotEntries of={of} counter={counter} slot={slot} keeps={keeps} />}
    >
      <button type="button" className={style} aria-haspopup="dialog">
        {said}
      </button>
    </Popover>
  )
}

function wordOf({ state, done, due }: Slot): string {
  if (state === 'done') return '✓'
  if (state === 'ahead') return done > 0 ? `已${done}` : '未到'
  return state === 'short' ? `缺${due - done}` : `差${due - done}`
}

/** Shortens 2018年9月 to 9月, 2018年第三季度 to 第三季度; the page already shows the year. */
function shortName({ name }: Slot): string {
  return name.replace(/^\d{4}年(?=.)/, '')
}
