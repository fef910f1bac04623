import type { CallAnswer } from '../../client/call.ts'

/** The debrief meetings of a year. */
export type Meetings = CallAnswer<'GET /api/years/:year/meetings'>

/** A meeting that the scheme asks for, planned or not. */
export type Plannable = Meetings['plannable'][number]

/** A meeting in the list. */
export type MeetingHead = Meetings['meetings'][number]

/** A meeting in full. */
export type Meeting = CallAnswer<'GET /api/years/:year/meetings/:meeting'>

/** A secretary on the agenda. */
export type AgendaRow = Meeting['agenda'][number]

/** Returns the address of a meeting's page. */
export function addressOfMeeting(year: number, meeting: string): string {
  return `/${year}/debriefs/${meeting}`
}

/** Names what those who speak at a meeting lead. */
export function ledBy({ dual }: Pick<Meeting, 'dual'>): string {
  return dual === undefined ? '单位' : '党组织'
}

/** The minutes of a meeting: results, decisions, notes and requests for a recount. */
export type Minutes = CallAnswer<'GET /api/years/:year/meetings/:meeting/minutes'>

/** What a step of a meeting is shown for. */
export interface StepProps {
  readonly year: number
  readonly meeting: Meeting
}

/** The ballots of a meeting: key, slips and sheets. */
export type Ballots = CallAnswer<'GET /api/years/:year/meetings/:meeting/ballots'>

/** The count of a meeting, with its checks. */
export type Count = CallAnswer<'GET /api/years/:year/meetings/:meeting/ballots/count'>
