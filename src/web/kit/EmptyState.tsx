import type { ReactNode } from 'react'
import './emptyState.css'

/** Shows an empty state: what would be here, why nothing is, and the button of the next step. */
export function EmptyState({
  title,
  what,
  next,
}: {
  readonly title: string
  readonly what?: ReactNode
  readonly next?: ReactNode
}) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {what !== undefined && <p>{what}</p>}
      {next !== undefined && <div className="empty-state-next">{next}</div>}
    </div>
  )
}
