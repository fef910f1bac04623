import type { ReactNode } from 'react'
import './ask.css'

interface Props {
  /** What the figure is of: 州林业局的综合得分. */
  readonly of: string
  readonly onAsk: () => void
  readonly children: ReactNode
}

/** A figure or word that opens its explanation. */
export function Ask({ of, onAsk, children }: Props) {
  return (
    <button
      type="button"
      className="ask"
      data-may-wrap
      aria-haspopup="dialog"
      title={`${of}：查看由来`}
      onClick={onAsk}
    >
      {children}
    </button>
  )
}
