import { Link } from '@tanstack/react-router'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { entryAt, newEntryAt } from '../addresses.ts'
import { isOpen } from '../dueOf.ts'
import type { Counter, Counters, Entry, Slot } from '../ledgerTypes.ts'

interface Props {
  readonly of: Counters
  readonly counter: Counter
  readonly slot: Slot
  readonly there: readonly Entry[]
  readonly keeps: boolean
}

/** Lists the entries of a cell, with a link to enter one more. */
export function SlotEntries({ of, counter, slot, there, keeps }: Props) {
  const without = slot.done - there.length
  return (
    <div className="slot-entries">
      <p>
        应有{slot.due}次，已有{slot.done}次{slot.late > 0 && `，其中逾期补录${slot.late}次`}。
      </p>
      {there.length > 0 && (
        <ul>
          {there.map(entry => (
            <li key={entry.id}>
              <Link to={entryAt(of.year, of.unit, entry.id)}>{entry.title}</Link>
              <span className="soft">{printDay(entry.happenedOn)}</span>
            </li>
          ))}
        </ul>
      )}
      {without > 0 && <p className="soft">其中{without}次由导入的计数得来，没有逐条登记。</p>}
      {keeps && isOpen(slot) && (
        <LinkButton
          size="small"
          to={newEntryAt(of.year, of.unit, { kind: counter.counter, period: slot.period })}
        >
          再登记一次
        </LinkButton>
      )}
    </div>
  )
}
