import { useState } from 'react'
import { Button } from 'antd'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import { whenIs } from '../../kit/whenIs.ts'
import { newEntryAt } from './addresses.ts'
import { type Due, isOpen, describeMissing } from './dueOf.ts'

interface Props {
  readonly of: readonly Due[]
  readonly year: number
  readonly unit: string
  readonly keeps: boolean
}

const SHOWN = 5

/** Lists entries due: late ones first, then the next to expire; each can be entered with one click. */
export function DueList({ of, year, unit, keeps }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? of : of.slice(0, SHOWN)
  return (
    <section aria-labelledby="ledger-due">
      <h2 id="ledger-due">接下来该登记的</h2>
      {of.length === 0 && <p>应做的事项都已登记，现在没有欠缺的。</p>}
      <ul className="ledger-due">
        {shown.map(due => (
          <li key={`${due.counter} ${due.slot.period}`}>
            <span className="ledger-due-what">
              <strong>{due.name}</strong>
              <span>{describeMissing(due)}</span>
            </span>
            <span className={due.late ? 'ledger-due-when soft ledger-late urgent' : 'ledger-due-when soft'}>
              {describeWhen(due)}
            </span>
            {keeps && isOpen(due.slot) && (
              <LinkButton
                size="small"
                to={newEntryAt(year, unit, { kind: due.counter, period: due.slot.period })}
              >
                登记
                <span className="only-aloud">
                  {due.name}，{due.slot.name}
                </span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {of.length > SHOWN && (
        <Button
          type="link"
          size="small"
          className="ledger-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? '收起' : `另有${of.length - SHOWN}项`}
        </Button>
      )}
    </section>
  )
}

function describeWhen({ late, days, slot }: Due): string {
  if (!late) return `${printDay(slot.endsOn)}前，${whenIs(days)}`
  if (slot.closing === 'closed') return '期间已截止，不能补录'
  return slot.closing === 'past'
    ? `逾期${-days}天，补录须说明原因`
    : `已过${-days}天，${printDay(slot.closesOn)}前可补录`
}
