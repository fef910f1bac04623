import { Form, Input } from 'antd'
import { useId } from 'react'
import { textLimit } from '../../kit/form/textLimit.tsx'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly lines: number
  readonly max: number
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A labelled text of several lines. */
export function WordsField({ label, hint, lines, max, value, onChange }: Props) {
  const id = useId()
  return (
    <Form.Item label={label} htmlFor={id} extra={hint} layout="vertical">
      <Input.TextArea
        id={id}
        autoSize={{ minRows: lines }}
        {...textLimit(max)}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </Form.Item>
  )
}
