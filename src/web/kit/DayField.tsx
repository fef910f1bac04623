import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** How a date reads, and the other ways in which people type one. */
const FORMATS = [
  'YYYY年M月D日',
  'YYYY年MM月DD日',
  ...['-', '/', '.'].flatMap(mark => [`YYYY${mark}M${mark}D`, `YYYY${mark}MM${mark}DD`]),
  'YYYYMMDD',
]

/** Date input, typed or picked: `2018-12-21`, or nothing. */
export function DayField({
  id,
  label,
  value,
  around,
  until,
  placeholder,
  onChange,
}: {
  readonly id: string
  readonly label?: string
  readonly value: string
  /** Where the calendar opens while no date is chosen. */
  readonly around?: string | undefined
  /** Last day that can be picked. */
  readonly until?: string | undefined
  readonly placeholder?: string
  readonly onChange: (day: string) => void
}) {
  return (
    <DatePicker
      id={id}
      aria-label={label}
      format={FORMATS}
      value={value === '' ? null : dayjs(value)}
      {...(around !== undefined && { defaultPickerValue: dayjs(around) })}
      {...(placeholder !== undefined && { placeholder })}
      {...(until !== undefined && { maxDate: dayjs(until) })}
      onChange={picked => onChange(picked?.format('YYYY-MM-DD') ?? '')}
      style={{ width: '100%', minWidth: 156 }}
    />
  )
}
