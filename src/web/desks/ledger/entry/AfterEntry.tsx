import { isWithin } from '../../../../domain/kernel/calendar.ts'
import { printDay } from '../../../kit/printDay.ts'
import type { Closing, Counter, Kind } from '../ledgerTypes.ts'
import type { EntryDraft } from './entryDraft.ts'

interface Props {
  readonly kind: Kind | undefined
  readonly period: Closing | undefined
  readonly counters: readonly Counter[]
  readonly draft: EntryDraft
  readonly isCorrection: boolean
}

/** Shows the effect of an entry: the resulting count, or why it can no longer be entered. */
export function AfterEntry({ kind, period, counters, draft, isCorrection }: Props) {
  if (kind === undefined || period === undefined || draft.happenedOn === '') return null
  if (period.state === 'closed')
    return (
      <p className="entry-after ledger-late urgent" role="status">
        {period.name}已于{printDay(period.closesOn)}截止，不能再登记；确有需要的，请与组织考核者联系。
      </p>
    )
  if (!kind.counts) return <p className="entry-after">只作留存备查，不计入次数。</p>
  const slot = counters
    .find(one => one.counter === kind.kind)
    ?.periods.find(one => isWithin(period.period, one.period))
  if (slot === undefined || isCorrection) return null
  return (
    <p className="entry-after" role="status">
      登记后，{slot.name}
      {kind.name}为{slot.done + 1}次，应有{slot.due}次
      {slot.done + 1 < slot.due ? `，还差${slot.due - slot.done - 1}次` : '，已经足够'}。
    </p>
  )
}
