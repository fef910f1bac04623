import type { ReactNode } from 'react'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import type { Minutes, StepProps } from './meetingTypes.ts'

type Props = StepProps & { readonly children: (minutes: Minutes) => ReactNode }

/** Reads the minutes of a meeting for what follows the count. */
export function WithMinutes({ year, meeting, children }: Props) {
  const of = useAnswer('GET /api/years/:year/meetings/:meeting/minutes', {
    params: { year, meeting: meeting.id },
  })
  return <Answered of={of}>{children}</Answered>
}
