import type { CallAnswer } from '../../../client/call.ts'

/** How far the ballots of a meeting are. */
export type Ballots = CallAnswer<'GET /api/years/:year/meetings/:meeting/ballots'>

/** A meeting in full. */
export type Meeting = CallAnswer<'GET /api/years/:year/meetings/:meeting'>

/** Who keeps a copy of the key. */
export type Holder = 'teller' | 'scrutineer'

/** The address of a meeting in the routes. */
export interface MeetingParams {
  readonly year: number
  readonly meeting: string
}
