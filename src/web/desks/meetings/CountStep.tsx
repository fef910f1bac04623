import { Button } from 'antd'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { CountView } from './CountView.tsx'
import { IssuedForm } from './IssuedForm.tsx'
import { KeyCopyField } from './KeyCopyField.tsx'
import { readCopy } from './meetingKeys.ts'
import { addressOfMeeting, type Ballots, ledBy, type StepProps } from './meetingTypes.ts'

/** Counts a meeting: what was handed out, the paper sheets, the sealed sheets opened with a copy of the key, and the count itself. */
export function CountStep({ year, meeting }: StepProps) {
  const may = useMay()
  const params = { year, meeting: meeting.id }
  const of = useAnswer(
    'GET /api/years/:year/meetings/:meeting/ballots',
    { params },
    { when: may('readBallots') },
  )
  if (!may('readBallots')) return <p>由召集单位计票，计票人和监票人签字。</p>
  return <Answered of={of}>{ballots => <Shown year={year} meeting={meeting} ballots={ballots} />}</Answered>
}

function Shown({ year, meeting, ballots }: StepProps & { readonly ballots: Ballots }) {
  const params = { year, meeting: meeting.id }
  const count = useAct('POST /api/years/:year/meetings/:meeting/ballots/count', { done: '已计票' })
  const isCounted = ballots.state === 'counted' || ballots.state === 'published'
  if (isCounted) return <Counted year={year} meeting={meeting} ballots={ballots} />
  if (meeting.phase === 'brokenOff') return <p>会议已中止，票不计。</p>
  if (['planned', 'issued', 'running'].includes(meeting.phase)) return <p>投票结束后计票。</p>
  // Entered from the count sheet of a meeting held by other means.
  if (meeting.phase !== 'closed')
    return (
      <p>
        没有用本系统投票，结果按所附计票表录入。
        {meeting.phase === 'returned' && '计票表录错的，在“开会”一步中止这次会议，再重新录入。'}
      </p>
    )
  if (!meeting.convenes) return <p>由召集单位计票，计票人和监票人签字；计票后在这里看结果。</p>
  const hasSlips = ballots.issued.some(one => one.medium === 'phone' && one.printed > 0)
  const isOpened = ballots.state === 'opened'
  const waits = hasSlips && !isOpened
  return (
    <>
      <IssuedForm year={year} meeting={meeting} ballots={ballots} />
      <p>
        纸质票先两人各录一遍，或扫描识别后核对存疑格，再计票。
        <LinkButton to={`${addressOfMeeting(year, meeting.id)}/paper`}>录入纸质票</LinkButton>
      </p>
      {waits && <Unseal year={year} meeting={meeting} />}
      {isOpened && <p className="good">手机票已打开，密封的票已销毁。</p>}
      <RefusedNotice error={count.refused} />
      <Button
        type="primary"
        loading={count.busy}
        disabled={waits}
        title={waits ? '请先用钥匙打开手机票' : ''}
        onClick={() => void count.run({ params, body: {} })}
      >
        计票
      </Button>
    </>
  )
}

function Unseal({ year, meeting }: StepProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/ballots/unseal', { done: '手机票已打开' })
  return (
    <>
      <RefusedNotice error={act.refused} />
      <KeyCopyField
        label="开票钥匙（计票人或监票人的一份）"
        confirm="开票"
        busy={act.busy}
        use={readCopy}
        onUse={key => void act.run({ params: { year, meeting: meeting.id }, body: { key } })}
      />
    </>
  )
}

/** Counts a returned meeting anew, after its paper was mended. */
function Recount({ year, meeting }: StepProps) {
  const act = useAct('POST /api/years/:year/meetings/:meeting/ballots/count', { done: '已重新计票' })
  return (
    <>
      <p>
        {meeting.dual === undefined
          ? '结果已退回：纸质票有误的先更正，再重新计票，重新公布和上报。'
          : '计票已收回：纸质票有误的先更正，再重新计票，重新公布和登记；不能更正的，在“开会”一步中止会议。'}
        <LinkButton to={`${addressOfMeeting(year, meeting.id)}/paper`}>更正纸质票</LinkButton>
      </p>
      <RefusedNotice error={act.refused} />
      <Button
        loading={act.busy}
        onClick={() => void act.run({ params: { year, meeting: meeting.id }, body: {} })}
      >
        重新计票
      </Button>
    </>
  )
}

function Counted({ year, meeting, ballots }: StepProps & { readonly ballots: Ballots }) {
  const params = { year, meeting: meeting.id }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/ballots/count', { params })
  const publish = useAct('POST /api/years/:year/meetings/:meeting/ballots/publish', { done: '已公布' })
  return (
    <Answered of={of}>
      {count => (
        <>
          <CountView count={count} form={ballots.form} leads={ledBy(meeting)} />
          {meeting.convenes && meeting.phase === 'returned' && <Recount year={year} meeting={meeting} />}
          <RefusedNotice error={publish.refused} />
          {meeting.convenes && ballots.state === 'counted' && (
            <div className="buttons">
              <Button
                type="primary"
                loading={publish.busy}
                onClick={() => void publish.run({ params, body: {} })}
              >
                公布回执和评价
              </Button>
            </div>
          )}
        </>
      )}
    </Answered>
  )
}
