import { authorityNames, proposalOutcomeNames } from '../../../contract/consequences/consequencesFields.ts'
import { followUpStandingNames } from '../../../domain/campaign/followUp/decideFollowUp.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { Fact } from '../../kit/Fact.tsx'
import type { Consequence, ConsequenceList } from './consequence.ts'
import { FollowUpActs } from './FollowUpActs.tsx'
import { PromisedSteps } from './PromisedSteps.tsx'

interface Props {
  readonly list: ConsequenceList
  readonly one: Consequence
}

/** Shows what follows the rank of a person: the talk by the leader in charge with its record and promised steps, or the proposal for reassignment with its outcome. (五（四）) */
export function FollowUpPart({ list, one }: Props) {
  const may = useMay()
  const { account } = useSession()
  const { standing, followUp, follows, overdueSince } = one
  if (follows.includes('supervision'))
    return (
      <>
        <h2>落实</h2>
        <p className="soft">{one.takesEffect}年度的核查安排里，为这个单位另拟加查轮次。</p>
      </>
    )
  if (list.asOf !== undefined && follows.length > 0)
    return (
      <>
        <h2>落实</h2>
        <p className="soft">约谈、调整建议办到哪一步，不按天留存；请返回现在查看。</p>
      </>
    )
  if (standing === undefined) return null
  const serves = may('serveNotice') && list.mayServe
  const settles = serves || (may('replyNotice') && account.grants.some(({ unit }) => unit === one.unit))
  return (
    <section aria-label="落实">
      <h2>落实</h2>
      <p>
        {followUpStandingNames[standing]}
        {overdueSince !== undefined && (
          <span className="bad">
            ，逾期，时限是
            <ChineseDate of={overdueSince} />
          </span>
        )}
      </p>
      {serves && <FollowUpActs year={list.year} one={one} />}
      {followUp?.kind === 'talk' && <Talk of={followUp} leader={one.leader} />}
      {followUp?.kind === 'proposal' && <Proposal of={followUp} />}
      {followUp !== undefined && followUp.steps.length > 0 && (
        <PromisedSteps year={list.year} one={one} followUp={followUp} settles={settles} />
      )}
    </section>
  )
}

type FollowUp = NonNullable<Consequence['followUp']>

function Talk({ of, leader }: { readonly of: FollowUp; readonly leader?: string | undefined }) {
  const isOther = of.heldOn === undefined && leader !== undefined && !of.who.includes(leader)
  return (
    <dl className="facts">
      <Fact name="谈话人">
        {of.who}
        {isOther && <span className="soft-line">名册里现在的分管领导是{leader}；换人谈话的请改期约谈</span>}
      </Fact>
      <Fact name="安排日期">
        <ChineseDate of={of.day} />
        {of.place !== '' && `，${of.place}`}
      </Fact>
      {of.heldOn !== undefined && (
        <>
          <Fact name="谈话日期">
            <ChineseDate of={of.heldOn} />
          </Fact>
          {of.present !== '' && (
            <Fact name="参加人" className="typed-text">
              {of.present}
            </Fact>
          )}
          <Fact name="谈话记录" className="typed-text">
            {of.record}
          </Fact>
          <Fact name="签字">
            {of.signedOn === undefined ? (
              <span className="bad">双方还没有签字</span>
            ) : (
              <>
                双方已于
                <ChineseDate of={of.signedOn} />
                签字
              </>
            )}
          </Fact>
        </>
      )}
    </dl>
  )
}

function Proposal({ of }: { readonly of: FollowUp }) {
  return (
    <dl className="facts">
      <Fact name="向谁提出">
        {of.who}
        <span className="soft-line">{of.authority && authorityNames[of.authority]}</span>
      </Fact>
      <Fact name="提出日期">
        <ChineseDate of={of.day} />
      </Fact>
      <Fact name="建议和理由" className="typed-text">
        {of.record}
      </Fact>
      {of.outcome !== undefined && (
        <Fact name="结果">
          {proposalOutcomeNames[of.outcome]}，<ChineseDate of={of.outcomeOn} />
          <span className="soft-line">{of.answer}</span>
        </Fact>
      )}
    </dl>
  )
}
