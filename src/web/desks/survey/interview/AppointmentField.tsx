import { Button } from 'antd'
import { useId, useState } from 'react'

interface Props {
  readonly busy: boolean
  readonly onArrange: (at: string) => void
  readonly onCancel: () => void
}

/** Asks for the day and time at which the person is to be called again. */
export function AppointmentField({ busy, onArrange, onCancel }: Props) {
  const id = useId()
  const [at, setAt] = useState('')
  return (
    <form
      className="script"
      onSubmit={event => {
        event.preventDefault()
        if (at !== '') onArrange(at)
      }}
    >
      <label htmlFor={id} className="script-words">
        约定什么时候再打
      </label>
      <input
        id={id}
        type="datetime-local"
        className="choice"
        autoFocus
        value={at}
        onChange={event => setAt(event.target.value)}
      />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={at === ''}>
          记下预约
        </Button>
        <Button onClick={onCancel}>返回访问</Button>
      </div>
    </form>
  )
}
