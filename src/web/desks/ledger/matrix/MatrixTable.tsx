import { Clause } from '../../../kit/explain/Clause.tsx'
import type { Counter } from '../ledgerTypes.ts'
import type { MatrixProps } from './Matrix.tsx'
import { SlotCell } from './SlotCell.tsx'

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
const SPAN = { month: 1, quarter: 3, year: 12 } as const

/** Shows the matrix over twelve months; a quarter spans three columns, the year all. */
export function MatrixTable({ of, keeps }: MatrixProps) {
  return (
    <div className="matrix-box" tabIndex={0} role="region" aria-label="各事项完成情况">
      <table className="matrix keeps-left" aria-label="各事项完成情况">
        <thead>
          <tr>
            <th scope="col">事项</th>
            {MONTHS.map(month => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col" className="to-right">
              合计
            </th>
          </tr>
        </thead>
        <tbody>
          {of.counters
            .filter(counter => counter.kind === 'done')
            .map(counter => (
              <tr key={counter.counter}>
                <th scope="row">
                  <DutyHead of={counter} year={of.year} />
                </th>
                {counter.periods.map(slot => (
                  <td key={slot.period} colSpan={SPAN[counter.required?.per ?? 'year']}>
                    <SlotCell of={of} counter={counter} slot={slot} keeps={keeps} />
                  </td>
                ))}
                {counter.periods.length === 0 && <td colSpan={12}>—</td>}
                <td className="to-right">{totalOf(counter)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** Shows the duty with its clause and how often it is due. */
export function DutyHead({ of, year }: { readonly of: Counter; readonly year: number }) {
  return (
    <>
      <span className="strong">{of.name}</span> <Clause of={of.citation} year={year} />
      {of.required !== undefined && <span className="small-soft-line">{of.required.told}</span>}
    </>
  )
}

/** Describes the total: done of due over the year. */
export function totalOf({ total, due, required }: Counter): string {
  return required === undefined ? `${total}次` : `${total}/${due}`
}
