import { Input } from 'antd'

interface Props {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Multi-line text input that grows with its content, at most 2,000 characters. */
export function LongText({ id, value, onChange }: Props) {
  return (
    <Input.TextArea
      id={id}
      value={value}
      autoSize={{ minRows: 2 }}
      maxLength={2000}
      onChange={event => onChange(event.target.value)}
    />
  )
}
