import { Form } from 'antd'
import { Choice } from '../../../kit/Choice.tsx'
import type { Kind, Terms } from '../ledgerTypes.ts'
import { type EntryDraft, holds, periodOf } from './entryDraft.ts'

interface Props {
  readonly kind: Kind | undefined
  readonly draft: EntryDraft
  readonly terms: Terms
  readonly onChange: (period: string) => void
}

/** Chooses the period, derived from the day. Shown only for monthly or quarterly duties, where the period may differ from that of the day. */
export function PeriodField({ kind, draft, terms, onChange }: Props) {
  if (kind?.per === undefined || kind.per === 'year') return null
  const own = periodOf({ ...draft, period: '' }, kind)
  const chosen = periodOf(draft, kind) ?? ''
  const isOutside = draft.period !== '' && draft.happenedOn !== '' && !holds(draft.period, draft.happenedOn)
  return (
    <Form.Item
      label="算在哪一期"
      htmlFor="entry-period"
      {...(isOutside && { extra: '日期不在这一期内：仍可登记，会如实注明。' })}
    >
      <Choice
        id="entry-period"
        label="算在哪一期"
        value={chosen}
        {...(chosen === '' && { none: '请先选择日期' })}
        onChange={period => onChange(period === own ? '' : period)}
        options={terms.periods
          .filter(one => one.grain === kind.per)
          .map(({ period, name, state }) => ({
            value: period,
            text: state === 'closed' ? `${name}（已截止）` : name,
          }))}
      />
    </Form.Item>
  )
}
