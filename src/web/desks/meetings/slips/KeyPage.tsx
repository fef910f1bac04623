import { holderNames } from '../../../../contract/meetings/ballotFields.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { Ballots, Holder, Meeting } from './ballotTypes.ts'
import { HandInKey } from './HandInKey.tsx'
import { MakeKey } from './MakeKey.tsx'
import { TryCopy } from './TryCopy.tsx'
import { useBallots, useMeeting, useMeetingParams } from './useBallots.ts'
import './slips.css'

/** The key ceremony (开票钥匙): made in this browser, a copy each for teller and scrutineer, both tried before voting, one handed in at the close. (四（四）) */
export function KeyPage() {
  const of = useMeeting()
  return (
    <AnsweredPage title="开票钥匙" of={of}>
      {meeting => <Shown meeting={meeting} />}
    </AnsweredPage>
  )
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { year, meeting: id } = useMeetingParams()
  const ballots = useBallots()
  return (
    <>
      <PageHead
        title="开票钥匙"
        state={`${meeting.name}${meeting.rehearsal ? '（演练）' : ''}`}
        actions={
          <>
            <LinkButton to={`/${year}/debriefs/${id}/slips`}>票条</LinkButton>
            <LinkButton to={`/${year}/debriefs/${id}`}>返回会议</LinkButton>
          </>
        }
      />
      <Answered of={ballots}>{answer => <Steps meeting={meeting} ballots={answer} />}</Answered>
      <KeyWords />
    </>
  )
}

function Steps({ meeting, ballots }: { readonly meeting: Meeting; readonly ballots: Ballots }) {
  const { keys, state } = ballots
  if (state === 'brokenOff') return <p>会议已经中止，钥匙不再用。</p>
  if (state !== 'prepared' && state !== 'open' && state !== 'closed')
    return <p>票已经打开，钥匙不再用，请把两份都销毁。</p>
  if (state === 'closed') return <HandInKey />
  return (
    <>
      {state === 'prepared' && <MakeKey meeting={meeting} keys={keys} />}
      {keys !== undefined && (
        <div className="key-holders">
          {(Object.keys(holderNames) as readonly Holder[]).map(holder => (
            <TryCopy key={`${keys.sealTo} ${holder}`} holder={holder} keys={keys} />
          ))}
        </div>
      )}
      {state === 'open' && <p>正在投票。截止后，由计票人或监票人在这里交出一份钥匙开票。</p>}
    </>
  )
}

/** What the key protects, and what losing it means. */
function KeyWords() {
  return (
    <details>
      <summary>钥匙丢了会怎样，钥匙防得住什么</summary>
      <ul>
        <li>投票时，服务器只存加了密的票；没有钥匙，谁也打不开。钥匙只在这一页生成，不送到服务器。</li>
        <li>丢了一份，用另一份照样开票。两份都丢了，手机投的票全部打不开，只能中止会议、重新投票。</li>
        <li>开票后，加密的票和签发凭证的钥匙当即销毁。</li>
        <li>
          谁若在投票期间另存了服务器的内容，又拿到一份钥匙，就能看到那时每张票的内容，但仍看不出是谁投的。所以开票后请把两份钥匙都销毁。
        </li>
      </ul>
    </details>
  )
}
