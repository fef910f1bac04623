import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** Chooses a date: `2018-12-21`. */
export function ChooseDay({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (day: string) => void
}) {
  return (
    <DatePicker
      id={id}
      value={value === '' ? null : dayjs(value)}
      onChange={picked => onChange(picked?.format('YYYY-MM-DD') ?? '')}
    />
  )
}
