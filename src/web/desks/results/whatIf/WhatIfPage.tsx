import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { FactChanges } from './FactChanges.tsx'
import { Outcome } from './Outcome.tsx'
import { RulingChanges } from './RulingChanges.tsx'
import { useSandbox } from './useSandbox.ts'
import { WeightChanges } from './WeightChanges.tsx'
import './whatIf.css'

/** Tries out changes to findings, weights or answers of rulings and shows all that would move before anything is saved. */
export function WhatIfPage() {
  const { year } = useYear()
  return (
    <div className="what-if">
      <PageHead
        title="试算"
        state="在这里改动核查情况、权重或口径，只看会怎样，不影响年度；离开再回来，改动还在。"
      />
      {year !== undefined && <Sandboxed key={year} year={year} />}
    </div>
  )
}

function Sandboxed({ year }: { readonly year: number }) {
  const [sandbox, change] = useSandbox(year)
  const ranking = useAnswer('GET /api/years/:year/ranking', { params: { year } })
  return (
    <Answered of={ranking}>
      {now => (
        <div className="what-if-columns">
          <div className="what-if-changes">
            <FactChanges year={year} now={now} sandbox={sandbox} onChange={change} />
            <WeightChanges now={now} sandbox={sandbox} onChange={change} />
            <RulingChanges now={now} sandbox={sandbox} onChange={change} />
          </div>
          <Outcome year={year} sandbox={sandbox} components={now.components} onChange={change} />
        </div>
      )}
    </Answered>
  )
}
