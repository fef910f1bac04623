import { Link } from '@tanstack/react-router'
import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { DayWords } from '../../kit/DayWords.tsx'
import { newEntryAt } from './addresses.ts'
import { dueOf, isOpen, describeMissing } from './dueOf.ts'
import { useKeeps, useOwnUnit } from './useOwnUnit.ts'

const SHOWN = 3

/** Shows on a unit's home page what is late in its ledger and what falls due next; each can be entered with one click. */
export function LedgerBrief({ year }: { readonly year: number }) {
  const unit = useOwnUnit()
  const may = useMay()
  return unit === undefined || !may('readLedger') ? null : <Brief year={year} unit={unit} />
}

function Brief({ year, unit }: { readonly year: number; readonly unit: string }) {
  const { data } = useAnswer('GET /api/years/:year/units/:unit/counters', { params: { year, unit } })
  const keeps = useKeeps(unit)
  if (data === undefined) return null
  const due = dueOf(data.counters, data.today).filter(one => isOpen(one.slot))
  const shown = [true, false].flatMap(late => due.filter(one => one.late === late).slice(0, SHOWN))
  return (
    <section aria-labelledby="ledger-brief">
      <h2 id="ledger-brief">台账</h2>
      {due.length === 0 && <p>应登记的都已登记。</p>}
      <ul className="line-list bare-list home-rows">
        {shown.map(one => (
          <li key={`${one.counter} ${one.slot.period}`}>
            <span className="home-what">
              {keeps ? (
                <Link to={newEntryAt(year, unit, { kind: one.counter, period: one.slot.period })}>
                  {one.name}
                </Link>
              ) : (
                one.name
              )}
            </span>
            <DayWords year={year} due={one.slot.endsOn} days={one.days} />
            <span className="soft-line">{describeMissing(one)}</span>
          </li>
        ))}
      </ul>
      <p className="buttons">
        <LinkButton to={`/${year}/ledger`}>查看台账</LinkButton>
        {keeps && <LinkButton to={newEntryAt(year, unit)}>登记一次</LinkButton>}
      </p>
    </section>
  )
}
