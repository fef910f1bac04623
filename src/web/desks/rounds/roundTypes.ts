import type { CallAnswer } from '../../client/call.ts'

/** The inspection rounds of a year. */
export type Rounds = CallAnswer<'GET /api/years/:year/rounds'>

/** One round. */
export type Round = Rounds['rounds'][number]

/** The plan of a round. */
export type Plan = CallAnswer<'GET /api/years/:year/rounds/:round'>

/** One assignment. */
export type Assignment = Plan['assignments'][number]

/** One fault in a plan. */
export type PlanFault = Plan['faults'][number]

/** The inspectors. */
export type Inspectors = CallAnswer<'GET /api/years/:year/inspectors'>

/** One inspector. */
export type Inspector = Inspectors['inspectors'][number]
