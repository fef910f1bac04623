import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { Seals } from './sealTypes.ts'
import { SealHistory } from './SealHistory.tsx'
import { SealNext } from './SealNext.tsx'
import { SealSteps } from './SealSteps.tsx'
import './seal.css'

/** 封存与审定: where the result stands, what can be done about it now, and all seals so far. (五（一）) */
export function SealPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/seals', { params: { year } })
  return (
    <div className="seal">
      <PageHead
        title="封存与审定"
        state="封存把方案、事实、历年结果和排名一并固定下来；之后的改动都是更正，原来的结果保留。"
      />
      <Answered of={answer}>{seals => <SealsOf seals={seals} />}</Answered>
    </div>
  )
}

function SealsOf({ seals }: { readonly seals: Seals }) {
  return (
    <>
      <SealSteps of={seals} />
      <SealNext seals={seals} />
      <SealHistory seals={seals} />
    </>
  )
}
