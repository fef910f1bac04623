import { useMay } from '../../../client/useMay.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useYear } from '../../../client/useYear.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { JobLines } from '../../../kit/JobLines.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import type { Seals } from './sealTypes.ts'
import { SealNext } from './SealNext.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { SealCard } from './SealCard.tsx'
import { Steps } from 'antd'
import { useNarrow } from '../../../kit/useNarrow.ts'
import './seal.css'

const AT: { readonly [S in Seals['state']]: number } = {
  unsealed: 0,
  returned: 0,
  correcting: 0,
  sealed: 1,
  approved: 2,
}

/** Shows the steps of sealing: check and seal, approve, release. */
function SealSteps({ of: { state, released } }: { readonly of: Seals }) {
  const narrow = useNarrow()
  return (
    <Steps
      size="small"
      className="seal-steps"
      orientation={narrow ? 'vertical' : 'horizontal'}
      current={released && state === 'approved' ? 3 : AT[state]}
      items={[
        { title: '检查并封存', content: '组织考核者' },
        { title: '审定', content: '领导小组' },
        { title: '向单位公布', content: '组织考核者' },
      ]}
    />
  )
}

/** Shows seal and approval: the state of the result, the actions available now, and all seals so far. (五（一）) */
export function SealPage() {
  const may = useMay()
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/seals', { params: { year } })
  return (
    <div className="seal">
      <PageHead
        title="封存与审定"
        actions={
          year !== undefined &&
          may('readFacts') && <LinkButton to={`/${year}/decisions`}>研究事项</LinkButton>
        }
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

/** Lists the seals, newest first. */
function SealHistory({ seals: { seals, year } }: { readonly seals: Seals }) {
  const newest = seals.toSorted((one, other) => other.number - one.number)
  return (
    <>
      <h2>历次封存</h2>
      <JobLines year={year} kinds={['caseFile', 'workbook', 'results']} />
      {newest.length === 0 ? (
        <EmptyState
          title="还没有封存过"
          what="各分项都有得分、口径都有答案之后，由组织考核者封存。"
          next={<LinkButton to={`/${year}/year/missing`}>查看缺项</LinkButton>}
        />
      ) : (
        <ol className="seals bare">
          {newest.map(seal => (
            <SealCard
              key={seal.number}
              seal={seal}
              year={year}
              previous={seals.some(one => one.number === seal.number - 1) ? seal.number - 1 : undefined}
            />
          ))}
        </ol>
      )}
    </>
  )
}
