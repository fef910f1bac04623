import { type ReactNode, useState } from 'react'

interface Props {
  /** Text of the button, and of the one that confirms. */
  readonly text: string
  /** Name for a screen reader, where the text alone does not say which. */
  readonly label?: string
  readonly confirm: string
  readonly keep: string
  readonly wide?: boolean
  readonly onConfirm: () => void
  /** What is lost, said before it is. */
  readonly children: ReactNode
}

/** A button that says what would be lost, and acts only after a second tap. */
export function AskFirst({ text, label = text, confirm, keep, wide = false, onConfirm, children }: Props) {
  const [asks, setAsks] = useState(false)
  if (!asks)
    return (
      <button
        type="button"
        className={wide ? 'key quiet wide' : 'key quiet'}
        data-may-wrap
        {...(label !== text && { 'aria-label': label })}
        onClick={() => setAsks(true)}
      >
        {text}
      </button>
    )
  return (
    <section className="notice" aria-label={label}>
      <p>{children}</p>
      <button
        type="button"
        className="key"
        onClick={() => {
          setAsks(false)
          onConfirm()
        }}
      >
        {confirm}
      </button>
      <button type="button" className="key quiet" onClick={() => setAsks(false)}>
        {keep}
      </button>
    </section>
  )
}
