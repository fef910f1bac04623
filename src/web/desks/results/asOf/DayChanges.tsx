import { useState } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { DayField } from '../../../kit/DayField.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { ComparisonView } from '../comparison/ComparisonView.tsx'

type Changes = CallAnswer<'GET /api/years/:year/changes'>

/** Shows what changed from the end of one day to that of another, of today unless said, and why. */
export function DayChanges({ year, from }: { readonly year: number; readonly from: string }) {
  const [to, setTo] = useState('')
  const answer = useAnswer('GET /api/years/:year/changes', {
    params: { year },
    query: { from, ...(to !== '' && { to }) },
  })
  return (
    <div className="as-of-changes">
      <div className="as-of-line">
        <label htmlFor="as-of-until">与哪一天相比（不选即今天）</label>
        <span className="as-of-day">
          <DayField id="as-of-until" value={to} onChange={setTo} />
        </span>
      </div>
      <Answered of={answer}>{changes => <ChangesOf year={year} changes={changes} />}</Answered>
    </div>
  )
}

function ChangesOf({ year, changes }: { readonly year: number; readonly changes: Changes }) {
  const { from, to, lines, total, comparison } = changes
  return (
    <>
      <h2>
        {printDay(from)}到{printDay(to)}的改动
      </h2>
      {lines.length === 0 ? (
        <p>事实、名册、方案和结果的状态都没有改动。</p>
      ) : (
        <ul className="as-of-lines">
          {lines.map(line => (
            <li key={line.seq}>
              {printDay(line.at)}，{line.by}：{line.sentence}
              {describeCounts(line)}
              <span className="soft">（留痕第{line.seq}条）</span>
            </li>
          ))}
          {total > lines.length && <li>更早的还有{total - lines.length}处，见留痕。</li>}
        </ul>
      )}
      {comparison === undefined ? (
        <p>其中一天还不能计分，没有结果可比。</p>
      ) : (
        <ComparisonView id="day-changes" year={year} comparison={comparison} />
      )}
    </>
  )
}

function describeCounts({ entered, withdrawn, roster }: Changes['lines'][number]): string {
  const counts = [
    entered > 0 && `录入事实${entered}条`,
    withdrawn > 0 && `撤回事实${withdrawn}条`,
    roster > 0 && `名册单位${roster}个`,
  ].filter(one => one !== false)
  return counts.length === 0 ? '' : `；${counts.join('，')}`
}
