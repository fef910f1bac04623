import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { call, type CallAnswer, type CallInput } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { ComparisonView } from '../results/comparison/ComparisonView.tsx'

const ROUTE = 'POST /api/years/:year/findings/:finding/what-if'

/** The decision to try. */
export type DecisionDraft = CallInput<typeof ROUTE>['body']

interface Props {
  readonly year: number
  readonly finding: string
  readonly draft: DecisionDraft | undefined
}

/** Shows the effect of a decision: scores, places and bands that would move, recomputed whenever the decision changes. */
export function TriedDecision({ year, finding, draft }: Props) {
  const [tried, setTried] = useState<CallAnswer<typeof ROUTE>>()
  const [refused, setRefused] = useState<Refused>()
  const wanted = draft === undefined ? undefined : JSON.stringify(draft)

  useEffect(() => {
    setTried(undefined)
    setRefused(undefined)
    if (wanted === undefined) return
    const ending = new AbortController()
    const later = setTimeout(() => {
      call(
        ROUTE,
        { params: { year, finding }, body: JSON.parse(wanted) as DecisionDraft },
        { signal: ending.signal },
      ).then(setTried, (error: unknown) => {
        if (ending.signal.aborted) return
        if (!(error instanceof Refused)) throw error
        setRefused(error)
      })
    }, 250)
    return () => {
      clearTimeout(later)
      ending.abort()
    }
  }, [year, finding, wanted])

  return (
    <section className="decision-tried" aria-label="裁定的影响">
      <h2>裁定前先看影响</h2>
      {wanted === undefined && <p>选定裁定后，这里列出得分、名次和结果运用会怎样变动。</p>}
      <RefusedNotice error={refused} />
      {wanted !== undefined && tried === undefined && refused === undefined && (
        <div role="status" aria-label="正在试算">
          <Skeleton active={false} paragraph={{ rows: 4 }} title={false} />
        </div>
      )}
      {tried !== undefined && (
        <ComparisonView id="decision" year={year} comparison={tried.comparison} withoutRulings />
      )}
    </section>
  )
}
