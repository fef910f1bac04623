import { type ReactNode, useEffect } from 'react'
import { useYear } from '../client/useYear.ts'
import './pageHead.css'

interface Props {
  readonly title: string
  /** Current state, in one line. */
  readonly state?: ReactNode
  readonly actions?: ReactNode
}

/** Shows the page heading: title, one line of state, and actions. Also sets the title of the browser tab. */
export function PageHead({ title, state, actions }: Props) {
  const { year } = useYear()
  useEffect(() => {
    document.title = year === undefined ? `${title} · 衡评` : `${title} · ${year}年度 · 衡评`
  }, [title, year])
  return (
    <div className="page-head">
      <div className="page-head-words">
        <h1>{title}</h1>
        {state !== undefined && <p>{state}</p>}
      </div>
      {actions !== undefined && <div className="page-head-actions buttons">{actions}</div>}
    </div>
  )
}
