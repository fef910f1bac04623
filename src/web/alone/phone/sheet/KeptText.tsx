import { useEffect, useId, useRef, useState } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly isRequired?: boolean
  readonly onChange: (text: string) => void
}

/** Text input that saves every keystroke to the database at once. */
export function KeptText({ label, value, hint, isRequired = false, onChange }: Props) {
  const id = useId()
  const [text, setText] = useState(value)
  const sent = useRef(value)
  useEffect(() => {
    // What comes back late of one's own typing is not news.
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  return (
    <div className="kept-text">
      <label htmlFor={id}>
        {label}
        {isRequired && <b>（必填）</b>}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={1000}
        value={text}
        placeholder={hint}
        onChange={event => {
          sent.current = event.target.value
          setText(event.target.value)
          onChange(event.target.value)
        }}
      />
    </div>
  )
}
