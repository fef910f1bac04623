import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { ExplanationPanel } from '../../../kit/explain/ExplanationPanel.tsx'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { AsOfBand } from '../asOf/AsOfBand.tsx'
import { useAsOf } from '../asOf/useAsOf.ts'
import { useTryWithout } from '../whatIf/useTryWithout.ts'
import { NotYetReleased } from './NotYetReleased.tsx'
import { UnitResultView } from './UnitResultView.tsx'

/** Shows the result of one unit: waterfall, lost rows, place, three years and consequences. */
export function UnitPage() {
  const { unit = '' } = useParams({ strict: false }) as { readonly unit?: string }
  const { year } = useYear()
  const { asOf } = useAsOf()
  const answer = useAnswer('GET /api/years/:year/units/:unit/result', {
    params: { year, unit },
    query: { asOf },
  })
  const of = answer
  const tryWithout = useTryWithout(year)
  if (answer.error?.code === 'notReleased') {
    return (
      <>
        <AsOfBand year={year} />
        <PageHead title="本单位结果" />
        <NotYetReleased year={year!} said={answer.error.message} />
      </>
    )
  }
  return (
    <>
      <AsOfBand year={year} />
      <AnsweredPage title="单位结果" of={of}>
        {result => <UnitResultView result={result} unit={unit} />}
      </AnsweredPage>
      {year !== undefined && (
        <ExplanationPanel year={year} tryWithout={asOf === undefined ? tryWithout : undefined} />
      )}
    </>
  )
}
