import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { entryAt, newEntryAt } from '../addresses.ts'
import { isOpen } from '../dueOf.ts'
import type { Counter, Counters, Slot } from '../ledgerTypes.ts'

interface Props {
  readonly of: Counters
  readonly counter: Counter
  readonly slot: Slot
  readonly keeps: boolean
}

/** Lists the entries of a cell, earliest first, with a link to enter one more. */
export function SlotEntries({ of, counter, slot, keeps }: Props) {
  const read = useAnswer('GET /api/years/:year/units/:unit/entries', {
    params: { year: of.year, unit: of.unit },
    query: { counter: counter.counter, within: slot.period },
  })
  return (
    <div className="slot-entries">
      <p>
        应有{slot.due}次，已有{slot.done}次{slot.late > 0 && `，其中逾期补录${slot.late}次`}。
      </p>
      <Answered of={read}>
        {({ entries }) => (
          <>
            {entries.length > 0 && (
              <ul>
                {entries
                  .toSorted((one, other) => one.happenedOn.localeCompare(other.happenedOn))
                  .map(entry => (
                    <li key={entry.id}>
                      <Link to={entryAt(of.year, of.unit, entry.id)}>{entry.title}</Link>
                      <span className="soft">{printDay(entry.happenedOn)}</span>
                    </li>
                  ))}
              </ul>
            )}
            {slot.done > entries.length && (
              <p className="soft">其中{slot.done - entries.length}次由导入的计数得来，没有逐条登记。</p>
            )}
          </>
        )}
      </Answered>
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
