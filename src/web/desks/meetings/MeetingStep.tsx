import { type ReactNode, useEffect, useState } from 'react'
import type { Step } from './meetingSteps.ts'

interface Props {
  readonly at: number
  readonly step: Step
  readonly children: ReactNode
}

/** Shows one step of a meeting: its number, how far it is, and what belongs to it once opened. */
export function MeetingStep({ at, step: { title, said, state, stays = false }, children }: Props) {
  const [open, setOpen] = useState(state === 'now' || stays)
  useEffect(() => setOpen(state === 'now' || stays), [state, stays])
  return (
    <li className={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="step-mark" aria-hidden>
            {state === 'done' ? '✓' : at}
          </span>
          <h2>{title}</h2>
          <span className="step-state">{said}</span>
        </summary>
        {open && <div className="meeting-step-content">{children}</div>}
      </details>
    </li>
  )
}
