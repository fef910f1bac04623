import { App, DatePicker } from 'antd'
import dayjs from 'dayjs'

const MARKS = ['-', '/', '.'] as const

/** How a date reads, and ways of typing one that are a date only once they are whole: others would be rewritten at the first digit of their day. */
const FORMATS = ['YYYY年M月D日', 'YYYY年MM月DD日', ...MARKS.map(mark => `YYYY${mark}MM${mark}DD`), 'YYYYMMDD']

/** Ways of typing a date that are read when the field is left. */
const SHORT = MARKS.map(mark => `YYYY${mark}M${mark}D`)

/** Date input, typed or picked: `2018-12-21`, or nothing. What stands in it when it is left is its date, and not the date before. What is no date stays if somebody takes it as unread; else a message names it as it goes. */
export function DayField({
  id,
  label,
  value,
  around,
  until,
  placeholder,
  onChange,
  onUnread,
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
  /** Takes a text that is no date, which then stays, or nothing once a date or nothing stands there. */
  readonly onUnread?: (typed: string | undefined) => void
}) {
  const { message } = App.useApp()

  function leave(input: EventTarget) {
    // What happens in the calendar comes here, too.
    if (!(input instanceof HTMLInputElement)) return
    const typed = input.value.trim()
    const read = dayjs(typed, [...FORMATS, ...SHORT], true)
    const day = read.isValid() ? read.format('YYYY-MM-DD') : ''
    const isUnread = typed !== '' && day === ''
    onUnread?.(isUnread ? typed : undefined)
    if (isUnread && onUnread !== undefined) return
    if (isUnread) void message.warning(`“${typed}”不是日期，没有填入；请照“2018-12-21”的样子填`)
    if (day !== value) onChange(day)
  }

  return (
    <DatePicker
      id={id}
      aria-label={label}
      format={FORMATS}
      previewValue={false}
      preserveInvalidOnBlur={onUnread !== undefined}
      value={value === '' ? null : dayjs(value)}
      {...(around !== undefined && { defaultPickerValue: dayjs(around) })}
      {...(placeholder !== undefined && { placeholder })}
      {...(until !== undefined && { maxDate: dayjs(until) })}
      onChange={picked => {
        const day = picked?.format('YYYY-MM-DD') ?? ''
        // Leaving the field gives the day before once more, also under a text that is no date.
        if (day === value) return
        onUnread?.(undefined)
        onChange(day)
      }}
      onBlur={({ target }) => leave(target)}
      onKeyDown={({ key, target }) => {
        if (key === 'Enter') leave(target)
      }}
      style={{ width: '100%', minWidth: 156 }}
    />
  )
}
