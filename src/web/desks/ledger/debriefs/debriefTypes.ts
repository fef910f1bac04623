import type { CallAnswer } from '../../../client/call.ts'

/** The list of dual debriefs. */
export type Debriefs = CallAnswer<'GET /api/years/:year/debriefs'>

/** Somebody who holds a dual debrief. */
export type Debrief = Debriefs['people'][number]
