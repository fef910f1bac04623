import type { CallAnswer } from '../../client/call.ts'

/** 某年的核查轮次. */
export type Rounds = CallAnswer<'GET /api/years/:year/rounds'>

/** 一轮. */
export type Round = Rounds['rounds'][number]

/** 一轮的安排. */
export type Plan = CallAnswer<'GET /api/years/:year/rounds/:round'>

/** 一项安排. */
export type Assignment = Plan['assignments'][number]

/** 安排中的一处问题. */
export type PlanFault = Plan['faults'][number]

/** 核查人员. */
export type Inspectors = CallAnswer<'GET /api/years/:year/inspectors'>

/** 一名核查人员. */
export type Inspector = Inspectors['inspectors'][number]
