import type { CallAnswer } from '../../../client/call.ts'

/** The interviewer's desk. */
export type Desk = CallAnswer<'GET /api/interview'>

/** The case at hand. */
export type Interview = NonNullable<Desk['interview']>
