import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { PlainField } from '../../kit/signIn/PlainField.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

interface Props {
  readonly label: string
  readonly type: 'password' | 'text'
  readonly confirm: string
  readonly act: { readonly busy: boolean; readonly refused: Error | undefined }
  readonly onSubmit: (value: string) => unknown
  readonly onCancel?: () => void
}

/** Asks for a password or code before an action. */
export function AskedField({ label, type, confirm, act, onSubmit, onCancel }: Props) {
  const [value, setValue] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (value.trim() !== '') onSubmit(type === 'text' ? value.trim() : value)
  }
  return (
    <form className="me-narrow" onSubmit={submit} noValidate>
      <RefusedNotice error={act.refused} />
      <PlainField
        label={label}
        type={type}
        autoComplete={type === 'password' ? 'current-password' : 'one-time-code'}
        value={value}
        autoFocus
        onChange={event => setValue(event.target.value)}
      />
      <p className="buttons">
        <Button type="primary" htmlType="submit" loading={act.busy} disabled={value.trim() === ''}>
          {confirm}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>取消</Button>}
      </p>
    </form>
  )
}
