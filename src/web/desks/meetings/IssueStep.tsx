import { useMay } from '../../client/SessionContext.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { KeyPart } from './KeyPart.tsx'
import { addressOfMeeting, type StepProps } from './meetingTypes.ts'

/** Makes the key of the sealed sheets and leads to slips and paper sheets; printing the first of them settles the plan. */
export function IssueStep({ year, meeting }: StepProps) {
  const may = useMay()
  const address = addressOfMeeting(year, meeting.id)
  if (!meeting.convenes) return <p>由召集单位印发。</p>
  return (
    <>
      {meeting.phones && may('readBallots') && <KeyPart year={year} meeting={meeting} />}
      <h3>印票</h3>
      <p>
        {meeting.phase === 'planned'
          ? '印出第一张票以后，述职人、次序、票种和规则不能再改；不能到会的，只能在投票开始前移出议程。'
          : '已有票印出，述职人、次序、票种和规则不能再改。'}
      </p>
      <div className="buttons">
        {meeting.phones && <LinkButton to={`${address}/slips`}>票条</LinkButton>}
        <LinkButton to={`${address}/paper`}>纸质票</LinkButton>
      </div>
    </>
  )
}
