import { memo, useMemo } from 'react'
import { flagReport } from '../../../domain/campaign/report/flagReport.ts'
import type { ReportContent, Terms } from './reportTypes.ts'

interface Props {
  readonly terms: Terms
  readonly content: ReportContent
}

/** Shows the points that a report is read for, each with what was noticed in this one; shown, never scored. (六（二）) */
export const FlagList = memo(function FlagList({ terms, content }: Props) {
  const points = useMemo(() => flagReport(terms, content), [terms, content])
  return (
    <section aria-label="写作和审核要点">
      <h2>要点（{terms.citation}）</h2>
      <p className="small-soft-line">只作提示，不计分。</p>
      <ul className="report-flags bare">
        {points.map(({ what, notes }) => (
          <li key={what}>
            {what}
            {notes.map(note => (
              <p key={note} className="report-near">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
})
