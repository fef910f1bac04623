import { type ReactNode, useEffect, useState } from 'react'
import './stepList.css'

/** One step of a way: done, at hand or ahead. */
export interface Step {
  readonly title: string
  readonly said: string
  readonly state: 'done' | 'now' | 'ahead'
  /** Open on the page although it is done. */
  readonly stays?: boolean
}

/** Shows the steps of a way in their order; those at hand are open. */
export function StepList<S extends Step & { readonly id: string }>({
  steps,
  children,
}: {
  readonly steps: readonly S[]
  readonly children: (step: S) => ReactNode
}) {
  return (
    <ol className="step-list bare">
      {steps.map((step, at) => (
        <OneStep key={step.id} at={at + 1} step={step}>
          {children(step)}
        </OneStep>
      ))}
    </ol>
  )
}

interface Props {
  readonly at: number
  readonly step: Step
  readonly children: ReactNode
}

/** Shows one step: its number, how far it is, and what belongs to it once opened. */
function OneStep({ at, step: { title, said, state, stays = false }, children }: Props) {
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
        {open && <div className="step-content">{children}</div>}
      </details>
    </li>
  )
}
