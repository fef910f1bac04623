import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import type { Report } from './reportTypes.ts'
import { ReadingView } from './ReadingView.tsx'
import { WriterView } from './WriterView.tsx'
import './reports.css'

/** Shows one unit's debrief report. */
export function ReportPage() {
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  const { year } = useYear()
  return <ReportView key={unit} year={year} unit={unit} />
}

/** Shows a report: to write while it is the reader's to write, to read otherwise. */
export function ReportView({ year, unit }: { readonly year: number | undefined; readonly unit: string }) {
  const answer = useAnswer('GET /api/years/:year/units/:unit/report', { params: { year, unit } })
  return (
    <AnsweredPage title="述职报告" of={answer}>
      {of => {
        const report = of as Report
        return report.mayWrite ? <WriterView report={report} /> : <ReadingView report={report} />
      }}
    </AnsweredPage>
  )
}
