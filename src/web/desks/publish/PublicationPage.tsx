import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { JobLines } from '../../kit/JobLines.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { useMakeFile } from '../../kit/useMakeFile.ts'
import { useBeforeRelease } from '../year/useBeforeRelease.ts'
import { CommentsPart } from './CommentsPart.tsx'
import { describeStanding } from './describeStanding.ts'
import { PlanFacts, PlanPart } from './PlanPart.tsx'
import type { Publication } from './publishTypes.ts'
import { UnitsPart } from './UnitsPart.tsx'
import './publish.css'

/** Plans and releases the publication of a year (公示), reads its comments, and shows which units have it on their notice board. A unit sees its own. (四（六）) */
export function PublicationPage() {
  const { year } = useYear()
  const isBefore = useBeforeRelease()
  if (isBefore === true) return <Later />
  return year === undefined || isBefore === undefined ? <PageHead title="公示" /> : <OfYear year={year} />
}

function OfYear({ year }: { readonly year: number }) {
  const of = useAnswer('GET /api/years/:year/publication', { params: { year } })
  return (
    <AnsweredPage title="公示" of={of}>
      {answer => <Shown of={answer} />}
    </AnsweredPage>
  )
}

function Shown({ of }: { readonly of: Publication }) {
  const may = useMay()
  const [isPlanning, setPlanning] = useState(false)
  const { year, plan, today } = of
  const isReleased = plan !== undefined && plan.standing !== 'planned'
  const isWithdrawn = plan?.withdrawn !== undefined
  if (!isReleased && !isWithdrawn && !may('decidePublication')) return <Later />
  return (
    <>
      <PageHead
        title="公示"
        state={describeStanding(plan, today)}
        actions={
          isReleased && (
            <>
              {plan.standing === 'open' && (
                <Button href={`/public/${year}`} target="_blank" rel="noopener">
                  打开公示页
                </Button>
              )}
              <PackSite year={year} />
            </>
          )
        }
      />
      {may('decidePublication') && of.outdated.length > 0 && (
        <Alert
          className="obstacle"
          type="warning"
          showIcon
          title={`公示页上还有已撤下的问题：${of.outdated.join('、')}`}
          description="问题在发布以后因异议成立撤下。请撤下公示，再重新发布，公示页上就不再有。"
        />
      )}
      {isReleased && <JobLines year={year} kinds={['packSite']} />}
      {may('decidePublication') ? (
        <PlanPart of={of} isPlanning={isPlanning} onPlan={setPlanning} />
      ) : (
        plan !== undefined && <PlanFacts plan={plan} />
      )}
      {(isWithdrawn ||
        (isReleased && (plan.comments !== 'off' || of.units.some(unit => unit.comments > 0)))) && (
        <CommentsPart year={year} isWithdrawn={isWithdrawn} />
      )}
      {(isReleased || isWithdrawn) && <UnitsPart of={of} />}
    </>
  )
}

function PackSite({ year }: { readonly year: number }) {
  const act = useAct('POST /api/years/:year/publication/site', { refresh: ['GET /api/jobs'] })
  const { busy, label, take } = useMakeFile(act)
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      onClick={async () => take(await act.run({ params: { year }, body: {} }))}
    >
      {label('下载公示网页')}
    </Button>
  )
}

function Later() {
  return (
    <>
      <PageHead title="公示" />
      <EmptyState
        title="还没有公示"
        what="结果公布并发布公示以后，公示页、收到的留言和宣传栏登记都在这里。"
        next={<LinkButton to="/">返回首页</LinkButton>}
      />
    </>
  )
}
