import { Checkbox, Form } from 'antd'
import type { ReactNode } from 'react'
import type { Field } from '../../../contract/shape/field.ts'
import { FieldControl } from './FieldControl.tsx'
import type { Fields } from './formValues.ts'
import type { FormState } from './useForm.ts'
import './form.css'

interface Props<F extends Fields> {
  readonly of: FormState<F>
  /** Only these fields, in one line of this class. */
  readonly only?: readonly (keyof F & string)[]
  readonly className?: string
  /** Words, options and limits that follow from what is typed. */
  readonly now?: { readonly [K in keyof F]?: Partial<Extract<Field, { readonly kind: F[K]['kind'] }>> }
}

/** Shows the fields of a form, or some of them, each with its label, hint and error. */
export function FormFields<F extends Fields>({ of: form, only, className, now }: Props<F>) {
  const shown = (only ?? Object.keys(form.fields)).filter(key => !form.hidden.includes(key))
  const rows = shown.map(key => (
    <FieldRow
      key={`${form.round}-${key}`}
      form={form as unknown as FormState}
      name={key}
      field={{ ...form.fields[key]!, ...now?.[key] } as Fields[string]}
    />
  ))
  return className === undefined ? rows : <div className={className}>{rows}</div>
}

interface RowProps {
  readonly form: FormState
  readonly name: string
  readonly field: Fields[string]
}

function FieldRow({ form, name, field }: RowProps): ReactNode {
  const id = `${form.id}-${name}`
  const value: unknown = form.values[name]
  const onChange = (next: unknown) => form.change({ [name]: next } as never)
  if (field.kind === 'flag')
    return (
      <Checkbox checked={value === true} onChange={event => onChange(event.target.checked)}>
        {field.label}
      </Checkbox>
    )
  const fault = form.faults[name]
  const isOwn = field.kind === 'own'
  // A list of options shows its first one, unless it asks for a choice; buttons begin with none chosen.
  const hasFirst =
    field.kind === 'choice' &&
    field.none === undefined &&
    field.lacks === undefined &&
    field.look !== 'radio' &&
    field.look !== 'lines'
  const isAsked = !isOwn && field.kind !== 'number' && !hasFirst
  return (
    <Form.Item
      label={field.kind === 'choice' && field.look === 'bare' ? undefined : field.label}
      htmlFor={id}
      required={isAsked && !field.optional}
      extra={field.hint}
      {...(fault !== undefined && { validateStatus: 'error', help: fault })}
    >
      {isOwn ? (
        field.show({ id, value, onChange })
      ) : (
        <FieldControl
          field={field}
          id={id}
          value={value}
          onChange={onChange}
          unread={form.unread[name]}
          onUnread={typed => form.leaveUnread(name, typed)}
        />
      )}
    </Form.Item>
  )
}
