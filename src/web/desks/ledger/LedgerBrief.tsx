import { Link } from '@tanstack/react-router'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { DayWords } from '../../kit/DayWords.tsx'
import { newEntryAt } from './addresses.ts'
import { dueOf, isOpen, describeMissing } from './dueOf.ts'
import { useKeeps, useOwnUnit } from './useOwnUnit.ts'

const SHOWN = 5

/** Shows on a unit's home page what falls due next in its ledger until the result is sealed; each can be entered with one click. What is late stands among what waits for the unit. */
export function LedgerBrief({ year }: { readonly year: number }) {
  const unit = useOwnUnit()
  const may = useMay()
  const { isSealed } = useYear()
  return unit === undefined || isSealed || !may('readLedger') ? null : <Brief year={year} unit={unit} />
}

function Brief({ year, unit }: { readonly year: number; readonly unit: string }) {
  const { data } = useAnswer('GET /api/years/:year/units/:unit/counters', { params: { year, unit } })
  const keeps = useKeeps(unit)
  if (data === undefined) return null
  const due = dueOf(data.counters, data.today).filter(one => isOpen(one.slot) && !one.late)
  return (
    <section aria-labelledby="ledger-brief">
      <h2 id="ledger-brief">
        台账接下来要登记{due.length > 0 && <span className="home-count">{due.length}项</span>}
      </h2>
      {due.length === 0 && <p>今年余下的时间没有要登记的。</p>}
      <ul className="line-list bare-list home-rows">
        {due.slice(0, SHOWN).map(one => (
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
      {due.length > SHOWN && <p className="soft">另有{due.length - SHOWN}项，在台账里查看。</p>}
      <p className="buttons">
        <LinkButton to={`/${year}/ledger`}>查看台账</LinkButton>
        {keeps && <LinkButton to={newEntryAt(year, unit)}>登记一次</LinkButton>}
      </p>
    </section>
  )
}
