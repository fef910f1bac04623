import type { MatrixProps } from './Matrix.tsx'
import { DutyHead, totalOf } from './MatrixTable.tsx'
import { SlotCell } from './SlotCell.tsx'

/** Shows the matrix on a phone: one block per duty with its periods side by side. */
export function MatrixCards({ of, keeps }: MatrixProps) {
  return (
    <ul className="matrix-cards bare" aria-label="各事项完成情况">
      {of.counters
        .filter(counter => counter.kind === 'done')
        .map(counter => (
          <li key={counter.counter}>
            <div className="matrix-card-head">
              <span>
                <DutyHead of={counter} year={of.year} />
              </span>
              <strong>{totalOf(counter)}</strong>
            </div>
            <ol className={`matrix-slots matrix-by-${counter.required?.per ?? 'year'}`}>
              {counter.periods.map(slot => (
                <li key={slot.period}>
                  <SlotCell of={of} counter={counter} slot={slot} keeps={keeps} withName />
                </li>
              ))}
            </ol>
          </li>
        ))}
    </ul>
  )
}
