import { useParams } from '@tanstack/react-router'
import { useAnswer } from '../../../client/useAnswer.ts'

/** The address of a meeting in the routes. */
interface MeetingParams {
  readonly year: number
  readonly meeting: string
}

/** Returns the meeting in the address, as the routes take it. */
export function useMeetingParams(): MeetingParams {
  const { year, meeting } = useParams({ strict: false }) as {
    readonly year: string
    readonly meeting: string
  }
  return { year: Number(year), meeting }
}

/** Reads the meeting in the address. */
export function useMeeting() {
  return useAnswer('GET /api/years/:year/meetings/:meeting', { params: useMeetingParams() })
}

/** Reads how far the ballots of the meeting in the address are. */
export function useBallots() {
  return useAnswer('GET /api/years/:year/meetings/:meeting/ballots', { params: useMeetingParams() })
}
