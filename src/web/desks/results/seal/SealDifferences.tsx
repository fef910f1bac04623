import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { ComparisonView } from '../comparison/ComparisonView.tsx'

/** 两次封存的差别: this one against the one before. */
export function SealDifferences({ year, number }: { readonly year: number; readonly number: number }) {
  const answer = useAnswer('GET /api/years/:year/seals/:number/differences', {
    params: { year, number },
    query: {},
  })
  return (
    <Answered of={answer}>
      {({ comparison, from, to, reason }) => (
        <section aria-label={`第${to}次与第${from}次封存的差别`}>
          {reason !== undefined && <p>更正的理由：{reason}</p>}
          <ComparisonView id="differences" year={year} comparison={comparison} />
        </section>
      )}
    </Answered>
  )
}
