import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDayAt } from '../../../domain/kernel/calendar.ts'
import { StepList } from '../../kit/StepList.tsx'
import { AgendaStep } from './AgendaStep.tsx'
import { CountStep } from './CountStep.tsx'
import { HallStep } from './HallStep.tsx'
import { type Meeting, type StepProps, addressOfMeeting } from './meetingTypes.ts'
import { meetingSteps, type StepId } from './meetingSteps.ts'
import { JudgeStep } from './JudgeStep.tsx'
import { NotesPart } from './NotesPart.tsx'
import { RehearsalPart } from './RehearsalPart.tsx'
import { RecordStep } from './debriefs/RecordStep.tsx'
import { ReportStep } from './ReportStep.tsx'
import { PlanStep } from './PlanStep.tsx'
import { VotersStep } from './VotersStep.tsx'
import { useMay } from '../../client/useMay.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { KeyPart } from './KeyPart.tsx'
import './meetings.css'

/** Shows one debrief meeting (述职测评会议) as its steps, from the plan to the result accepted; the steps at hand are open. (四（四）) */
export function DebriefPage() {
  const { year, meeting } = useParams({ strict: false }) as {
    readonly year: string
    readonly meeting: string
  }
  const of = useAnswer('GET /api/years/:year/meetings/:meeting', { params: { year: Number(year), meeting } })
  return (
    <AnsweredPage title="述职测评会议" of={of}>
      {answer => <Shown year={Number(year)} meeting={answer} />}
    </AnsweredPage>
  )
}

/** What each step shows. */
const CONTENTS: Readonly<Record<StepId, ComponentType<StepProps>>> = {
  plan: PlanStep,
  agenda: AgendaStep,
  voters: VotersStep,
  issue: IssueStep,
  hall: HallStep,
  count: CountStep,
  report: ReportStep,
  judge: JudgeStep,
  record: RecordStep,
  notes: NotesPart,
}

function Shown({ year, meeting }: StepProps) {
  const withSealed = useWithSealed()
  return (
    <>
      <PageHead
        title={meeting.name}
        state={meeting.rehearsal ? standing(meeting) : withSealed(standing(meeting))}
        actions={meeting.dual !== undefined && <BackLink to={`/${year}/dualDebriefs`}>返回双述双评</BackLink>}
      />
      {meeting.rehearsal && meeting.convenes && <RehearsalPart year={year} meeting={meeting} />}
      <StepList steps={meetingSteps(meeting)}>
        {({ id }) => {
          const Content = CONTENTS[id]
          return <Content year={year} meeting={meeting} />
        }}
      </StepList>
    </>
  )
}

function standing({ phaseName, heldOn, startsAt, place, speakers }: Meeting): string {
  return [phaseName, printDayAt(heldOn, startsAt), place, `述职${speakers}人`].join('；')
}

/** Makes the key of the sealed sheets and leads to slips and paper sheets; printing the first of them settles the plan. */
function IssueStep({ year, meeting }: StepProps) {
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
