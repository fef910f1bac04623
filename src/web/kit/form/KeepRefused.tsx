import { Button } from 'antd'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'

/** Tells whether a form in the page was refused. */
const RefusedContext = createContext<(isRefused: boolean) => void>(() => undefined)

interface Props {
  /** Whether the form is asked for now. */
  readonly open: boolean
  readonly children: ReactNode
}

/** Shows a form of the page while it is asked for, and while it says why it was refused: a colleague may have taken the step meanwhile, and what was typed stays until it is given up. */
export function KeepRefused({ open, children }: Props) {
  const [isRefused, setRefused] = useState(false)
  if (!open && !isRefused) return null
  return (
    <RefusedContext value={setRefused}>
      {children}
      {!open && <Button onClick={() => setRefused(false)}>放弃填写的内容</Button>}
    </RefusedContext>
  )
}

/** Reports to who shows the form whether it was refused. */
export function useReportRefused(isRefused: boolean): void {
  const report = use(RefusedContext)
  useEffect(() => report(isRefused), [report, isRefused])
}
