import { type ReactNode, useId, useState } from 'react'
import './clauseChip.css'

interface Props {
  readonly citation: string
  /** Content of the clause, requested when it is opened. */
  readonly children: ReactNode
}

/** Shows a citation (条款) that opens to the content of the clause; nothing where there is no citation. */
export function ClauseChip({ citation, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (citation === '') return null
  return (
    <>
      <button
        type="button"
        className="clause-chip"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`条款 ${citation}`}
        onClick={() => setOpen(!open)}
      >
        {citation}
      </button>
      {open && (
        <span id={id} className="clause-words" role="note">
          {children}
        </span>
      )}
    </>
  )
}

/** Shown for a clause that the scheme does not restate. */
export const NOT_RESTATED = '方案没有登记这一条的内容，请对照文件原文。'
