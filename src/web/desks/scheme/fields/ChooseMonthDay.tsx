import { Choice } from '../../../kit/Choice.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly optional: boolean
  readonly onChange: (value: string | undefined) => void
}

const two = (value: number): string => String(value).padStart(2, '0')
const MONTHS = Array.from({ length: 12 }, (_, at) => ({ value: two(at + 1), text: `${at + 1}月` }))
const DAYS = Array.from({ length: 31 }, (_, at) => ({ value: two(at + 1), text: `${at + 1}日` }))

/** Chooses a month and day: `12-10`. Whether the month has that day is left to the check. */
export function ChooseMonthDay({ id, label, value, optional, onChange }: Props) {
  const [month = '', day = ''] = value.split('-')
  return (
    <span id={id} className="buttons-level" role="group" aria-label={label}>
      <Choice
        label={`${label}：月`}
        value={month}
        options={MONTHS}
        {...((optional || month === '') && { none: '—' })}
        onChange={next => onChange(next === '' ? undefined : `${next}-${day || '01'}`)}
      />
      <Choice
        label={`${label}：日`}
        value={day}
        options={DAYS}
        {...((optional || day === '') && { none: '—' })}
        onChange={next => onChange(next === '' ? undefined : `${month || '01'}-${next}`)}
      />
    </span>
  )
}
