import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { useOwnUnit } from '../ledger/useOwnUnit.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { ReportList } from './ReportList.tsx'
import { ReportView } from './ReportPage.tsx'
import './reports.css'

/** Shows the debrief reports (述职报告): the own one to a unit and its secretary, all to those who vet. (六（二）, 六（三）) */
export function ReportsPage() {
  const { year } = useYear()
  const own = useOwnUnit()
  const ownOnly = useSeesOwnOnly()
  const may = useMay()
  if (year === undefined || !may('readReports')) return <PageHead title="述职报告" />
  return ownOnly && own !== undefined ? (
    <ReportView key={own} year={year} unit={own} />
  ) : (
    <ReportList year={year} />
  )
}
