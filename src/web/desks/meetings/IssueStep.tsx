import { LinkButton } from '../../kit/LinkButton.tsx'
import { addressOfMeeting, type Meeting } from './meetingTypes.ts'

interface Props {
  readonly year: number
  readonly meeting: Meeting
}

/** Leads to the slips for phones and the paper sheets; printing the first of them settles the plan. */
export function IssueStep({ year, meeting }: Props) {
  const address = addressOfMeeting(year, meeting.id)
  return (
    <>
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
