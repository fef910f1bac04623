import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import type { Board } from '../routineTypes.ts'

const STEPS = { submitted: '上报', returned: '退回', accepted: '接收' } as const

/** Shows the history of a grading board, latest first, with the grades at each step. */
export function BoardHistory({ steps }: { readonly steps: Board['steps'] }) {
  if (steps.length === 0) return null
  return (
    <section className="board-history" aria-labelledby="history-head">
      <h2 id="history-head">经过</h2>
      <ol>
        {steps.toReversed().map(({ step, by, at, reason, grades }) => (
          <li key={at}>
            <ChineseDate of={at} /> {by}
            {STEPS[step]}
            {reason !== '' && <>，理由：{reason}</>}
            <details>
              <summary>当时的等次</summary>
              {grades.map(({ name, units }) => (
                <p key={name}>
                  {name}（{units.length}个）：{units.length === 0 ? '无' : units.join('、')}
                </p>
              ))}
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
