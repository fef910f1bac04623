import { Checkbox, Input, Radio, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { Field } from '../../../contract/shape/field.ts'
import { Choice } from '../Choice.tsx'
import { DayField } from '../DayField.tsx'
import { UnitSelect } from '../UnitSelect.tsx'
import { optionOf } from './formValues.ts'
import { NumberInput } from './NumberInput.tsx'

/** A longer text scrolls, so that what is wrong with it stays in sight below it. */
const MOST_ROWS = 16

/** Ways of typing a time of day; the first is how it reads. */
const TIMES = ['HH:mm', 'H:m', 'H：m', 'HHmm']

interface Props {
  readonly field: Exclude<Field, { kind: 'flag' }>
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** Text in the field that cannot be read as its value. */
  readonly unread: string | undefined
  readonly onUnread: (typed: string | undefined) => void
}

/** Shows the input of one field according to its kind. */
export function FieldControl({ field, id, value, onChange, unread, onUnread }: Props) {
  const disabled = field.fixed === true
  switch (field.kind) {
    case 'text':
      return <TextControl field={field} id={id} value={value} onChange={onChange} />
    case 'number':
      return (
        <NumberInput
          id={id}
          controls={false}
          // Limits are told as faults; antd would change what was typed without a word.
          step={field.step ?? 1}
          suffix={field.unit}
          disabled={disabled}
          value={(value as number | undefined) ?? null}
          onChange={next => onChange(next ?? undefined)}
          unread={unread}
          onUnread={onUnread}
        />
      )
    case 'day':
      return (
        <DayField
          id={id}
          value={String(value)}
          around={field.around === '' ? undefined : field.around}
          until={field.until}
          onChange={onChange}
          onUnread={onUnread}
        />
      )
    case 'time':
      return (
        <TimePicker
          id={id}
          format={TIMES}
          preserveInvalidOnBlur
          minuteStep={5}
          needConfirm={false}
          showNow={false}
          defaultOpenValue={dayjs('2000-01-01T09:00')}
          value={value === '' ? null : dayjs(`2000-01-01T${String(value)}`)}
          onChange={picked => {
            const time = picked?.format('HH:mm') ?? ''
            if (time === value) return
            onUnread(undefined)
            onChange(time)
          }}
          onBlur={({ target }) => {
            if (!(target instanceof HTMLInputElement)) return
            const typed = target.value.trim()
            onUnread(typed === '' || dayjs(typed, TIMES, true).isValid() ? undefined : typed)
          }}
          style={{ width: '100%' }}
        />
      )
    case 'unit':
      return (
        <UnitSelect
          id={id}
          units={field.units}
          value={String(value)}
          {...(field.none !== undefined && { none: field.none })}
          onChange={onChange}
        />
      )
    case 'choice':
      return <ChoiceControl field={field} id={id} value={value} onChange={onChange} />
    case 'choices':
      return field.look === 'boxes' ? (
        <Checkbox.Group
          role="group"
          aria-label={field.label}
          options={[...field.options]}
          value={[...(value as readonly string[])]}
          onChange={onChange}
        />
      ) : (
        <Select
          id={id}
          mode="multiple"
          {...(field.max !== undefined && { maxCount: field.max })}
          maxTagCount={6}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={field.placeholder}
          notFoundContent={field.empty}
          options={[...field.options]}
          value={[...(value as readonly string[])]}
          onChange={onChange}
        />
      )
    case 'names':
      return (
        <Select
          id={id}
          mode="tags"
          open={false}
          maxCount={field.max}
          suffixIcon={null}
          placeholder="输入后按回车"
          value={[...(value as readonly string[])]}
          onChange={onChange}
        />
      )
  }
}

type PropsOf<K extends Field['kind']> = Omit<Props, 'field' | 'unread' | 'onUnread'> & {
  readonly field: Extract<Field, { kind: K }>
}

function TextControl({ field, id, value, onChange }: PropsOf<'text'>) {
  const { lines, placeholder, words, focus, code, fixed, figures, scrolls } = field
  const shared = {
    id,
    value: String(value),
    placeholder,
    autoFocus: focus === true,
    autoComplete: 'off',
    inputMode: figures && ('numeric' as const),
    disabled: fixed === true,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  }
  if (scrolls) return <Input.TextArea {...shared} rows={lines} />
  if (lines !== undefined)
    return <Input.TextArea {...shared} autoSize={{ minRows: lines, maxRows: Math.max(lines, MOST_ROWS) }} />
  return (
    <>
      <Input {...shared} translate={code && 'no'} list={words && `${id}-words`} />
      {words && (
        <datalist id={`${id}-words`}>
          {words.map(word => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  )
}

function ChoiceControl({ field, id, value, onChange }: PropsOf<'choice'>) {
  const { look, label, none, options, empty } = field
  if (look === 'radio' || look === 'bare' || look === 'lines')
    return (
      <Radio.Group
        aria-label={label}
        vertical={look === 'lines'}
        value={value}
        options={[...options]}
        onChange={event => onChange(event.target.value)}
      />
    )
  if (look === 'search')
    return (
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={field.optional === true}
        placeholder={none ?? '请选择'}
        notFoundContent={empty}
        disabled={field.fixed === true}
        options={[...options]}
        value={value === '' ? undefined : value}
        onChange={next => onChange(next ?? '')}
      />
    )
  return (
    <Choice
      id={id}
      label={label}
      value={String(value)}
      {...(none !== undefined && (field.optional || value === '') && { none })}
      options={options.map(option => ({ value: String(option.value), text: option.label }))}
      onChange={next => onChange(optionOf(field, next)?.value ?? '')}
    />
  )
}
