import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { ComparisonView } from '../comparison/ComparisonView.tsx'
import type { Ranking } from '../resultTypes.ts'
import { ApplyTrial } from './ApplyTrial.tsx'
import { countChanges, NO_CHANGES, type Sandbox, toChanges } from './sandbox.ts'
import { weightsAddUp } from './WeightChanges.tsx'

interface Props {
  readonly year: number
  readonly sandbox: Sandbox
  readonly components: Ranking['components']
  readonly onChange: (next: Sandbox) => void
}

/** Shows the outcome of the trial: what would move, then discard or write. The last outcome stays visible while a newer one is computed. */
export function Outcome({ year, sandbox, components, onChange }: Props) {
  const settled = usePause(sandbox, PAUSE)
  const isWhole = weightsAddUp(components, settled)
  const changes = useMemo(() => toChanges(settled), [settled])
  const count = countChanges(sandbox)
  const { data, error, isFetching, refetch } = useAnswer(
    'POST /api/years/:year/what-if',
    { params: { year }, body: changes },
    { when: countChanges(settled) > 0 && isWhole && settled === sandbox },
  )
  if (count === 0) {
    return (
      <EmptyState
        title="还没有改动"
        what="在左边去掉或增加一条核查情况，改一项权重，或者给一条口径换一个答案；也可以从得分说明里的一条核查情况直接来试算。"
      />
    )
  }
  return (
    <section className="what-if-outcome" aria-label="试算的结果" aria-busy={isFetching}>
      <RefusedNotice error={error} onRetry={() => void refetch()} />
      {data !== undefined && error === null && (
        <>
          <div className="what-if-bar">
            <div>
              <strong>{isFetching ? '正在试算……' : `试算了${count}处改动`}</strong>
              <ul>
                {data.told.map(told => (
                  <li key={told}>{told}</li>
                ))}
              </ul>
            </div>
            <div className="try-buttons buttons">
              <Button onClick={() => onChange(NO_CHANGES)}>全部放弃</Button>
              <ApplyTrial
                year={year}
                changes={changes}
                revision={data.revision}
                writes={data.writes}
                onDone={() => onChange(NO_CHANGES)}
              />
            </div>
          </div>
          <ComparisonView id="what-if" year={year} comparison={data.comparison} withoutRulings />
          <Issues title="会多出的事项" of={data.issuesAfter} />
          <Issues title="会消去的事项" of={data.issuesGone} />
        </>
      )}
      {data === undefined && error === null && (
        <p role="status">{isWhole ? '正在试算……' : '权重合计为100%后试算。'}</p>
      )}
    </section>
  )
}

const PAUSE = 150

function Issues({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="comparison-list">
        {of.map((issue, at) => (
          <li key={at}>{issue}</li>
        ))}
      </ul>
    </>
  )
}

/** Returns a value once it has been unchanged for the given milliseconds. */
function usePause<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
