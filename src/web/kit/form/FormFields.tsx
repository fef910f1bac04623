import { Checkbox, Form } from 'antd'
import type { ReactNode } from 'react'
import { FieldControl } from './FieldControl.tsx'
import type { Fields } from './formValues.ts'
import type { FormState } from './useForm.ts'
import './form.css'

interface Props<F extends Fields> {
  readonly of: FormState<F>
  /** Only these fields, in one line of this class. */
  readonly only?: readonly (keyof F & string)[]
  readonly className?: string
}

/** Shows the fields of a form, or some of them, each with its label, hint and error. */
export function FormFields<F extends Fields>({ of: form, only, className }: Props<F>) {
  const shown = (only ?? Object.keys(form.fields)).filter(key => !form.hidden.includes(key))
  const rows = shown.map(key => <FieldRow key={key} form={form as unknown as FormState} name={key} />)
  return className === undefined ? rows : <div className={className}>{rows}</div>
}

function FieldRow({ form, name }: { readonly form: FormState; readonly name: string }): ReactNode {
  const field = form.fields[name]!
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
  const isAsked = !isOwn && field.kind !== 'number' && (field.kind !== 'choice' || field.none !== undefined)
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
        <FieldControl field={field} id={id} value={value} onChange={onChange} />
      )}
    </Form.Item>
  )
}
