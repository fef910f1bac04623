import { useState } from 'react'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { Answered } from '../../../kit/Answered.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { OwnAddressNotice } from '../../../kit/OwnAddressNotice.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { addressOfMeeting, type Meeting } from '../meetingTypes.ts'
import { PrintedSlips, type Batch } from './PrintedSlips.tsx'
import { PrintSlips } from './PrintSlips.tsx'
import { useBallots, useMeeting, useMeetingParams } from './useBallots.ts'
import './slips.css'

/** Prints the slips (票条) of a meeting by class. (四（四）) */
export function SlipsPage() {
  const of = useMeeting()
  return (
    <AnsweredPage title="票条" of={of}>
      {meeting => <Shown meeting={meeting} />}
    </AnsweredPage>
  )
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { year, meeting: id } = useMeetingParams()
  const ballots = useBallots()
  const [batch, setBatch] = useState<Batch>()
  const address = addressOfMeeting(year, id)
  if (batch !== undefined)
    return <PrintedSlips batch={batch} meeting={meeting} onClose={() => setBatch(undefined)} />
  return (
    <>
      <PageHead
        title="票条"
        state={meeting.name}
        actions={
          <>
            <LinkButton to={`${address}/network`}>会场网络</LinkButton>
            <LinkButton to={address}>返回会议</LinkButton>
          </>
        }
      />
      <OwnAddressNotice />
      <Answered of={ballots}>
        {answer => <PrintSlips meeting={meeting} ballots={answer} onPrinted={setBatch} />}
      </Answered>
    </>
  )
}
