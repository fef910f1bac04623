import { useSession } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ClauseChip, NOT_RESTATED } from '../../kit/ClauseChip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import './routine.css'

/** Shows the unit's own grade for routine management (日常管理), once the results are released. */
export function OwnGrade({ year }: { readonly year: number }) {
  const { account } = useSession()
  const unit = account.grants.find(grant => grant.unit !== undefined)?.unit ?? ''
  const of = useAnswer('GET /api/years/:year/units/:unit/grade', { params: { year, unit } })
  const next = <LinkButton to={`/${year}/meetings`}>查看本单位的会议和报送台账</LinkButton>
  return (
    <AnsweredPage title="日常管理等次" of={of}>
      {({ released, grades }) => (
        <>
          <PageHead title="日常管理等次" />
          {grades.length === 0 ? (
            <EmptyState
              title={released ? '本单位没有等次评定' : '结果公布后显示'}
              what={
                released
                  ? '本单位的日常管理由组织考核者按台账计分，没有评定等次。'
                  : '等次由牵头单位评定，组织考核者接收；本年度的结果公布以后，等次和理由列在这里。会议和报送的登记随时可以查看。'
              }
              next={next}
            />
          ) : (
            <>
              <dl className="facts">
                {grades.map(({ component, name, citation, gradeName, reason }) => (
                  <Fact key={component} name={name}>
                    {gradeName}
                    {reason !== undefined && <span className="soft-line">理由：{reason}</span>}
                    <ClauseChip citation={citation}>{NOT_RESTATED}</ClauseChip>
                  </Fact>
                ))}
              </dl>
              {next}
            </>
          )}
        </>
      )}
    </AnsweredPage>
  )
}
