import { useEffect, useId, useRef, useState } from 'react'
import { MOST_WRITTEN } from '../../../../contract/sheets/sheetLimits.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly isRequired?: boolean
  /** Longest text; the server takes at least as much. */
  readonly most?: number
  /** Keeps the text on the phone; rejects where it was not kept. */
  readonly onChange: (text: string) => Promise<void>
}

/** In ms: how often a text that the phone did not keep is tried again. */
const AGAIN = 3000

/** Text input that saves every keystroke to the database at once; what is not kept is said and tried again. */
export function KeptText({ label, value, hint, isRequired = false, most = MOST_WRITTEN, onChange }: Props) {
  const id = useId()
  const [text, setText] = useState(value)
  const [isLost, setLost] = useState(false)
  const sent = useRef(value)
  const keep = useRef(onChange)
  keep.current = onChange
  useEffect(() => {
    // What comes back late of one's own typing is not news.
    if (value !== sent.current) setText(value)
    sent.current = value
  }, [value])
  const tell = (typed: string) =>
    keep.current(typed).then(
      () => sent.current === typed && setLost(false),
      () => setLost(true),
    )
  useEffect(() => {
    if (!isLost) return undefined
    const timer = setInterval(() => void tell(sent.current), AGAIN)
    return () => clearInterval(timer)
  }, [isLost])
  return (
    <div className="kept-text">
      <label htmlFor={id}>
        {label}
        {isRequired && <b>（必填）</b>}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={most}
        value={text}
        placeholder={hint}
        onChange={event => {
          sent.current = event.target.value
          setText(event.target.value)
          void tell(event.target.value)
        }}
      />
      {isLost && <p className="bad">这段文字还没有存下。</p>}
      {text.length >= most && (
        <p className="soft">已到{most}字，再多写不进去；可以附照片或写在“总的说明”里。</p>
      )}
    </div>
  )
}
