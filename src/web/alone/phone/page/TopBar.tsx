import type { ReactNode } from 'react'

/** Shows the top bar: back button, title, and one figure beside it. */
export function TopBar({
  title,
  onBack,
  children,
}: {
  readonly title: string
  readonly onBack: () => void
  readonly children?: ReactNode
}) {
  return (
    <header className="top-bar">
      <button type="button" className="back" aria-label="返回" onClick={onBack}>
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden>
          <path
            d="M15 4l-8 8 8 8"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      <h1 title={title}>{title}</h1>
      {children}
    </header>
  )
}
