import type { CallAnswer } from '../../client/call.ts'

/** 各牵头单位的等次评定. */
export type BoardList = CallAnswer<'GET /api/years/:year/routine/boards'>

/** 其中一行. */
export type BoardLine = BoardList['boards'][number]

/** 一个牵头单位的等次评定. */
export type Board = CallAnswer<'GET /api/years/:year/units/:unit/boards/:component'>

/** 等次评定的成员. */
export type Member = Board['members'][number]

/** 会议和报送台账. */
export type RoutineLedger = CallAnswer<'GET /api/years/:year/routine/ledger'>

/** 一次会议或报送. */
export type Occasion = RoutineLedger['occasions'][number]

/** 其中一条记录. */
export type FaultRecord = Occasion['records'][number]

/** 可登记的事项. */
export type FaultKind = RoutineLedger['faults'][number]

/** 牵头职责. */
export type LeadDuty = CallAnswer<'GET /api/years/:year/routine/leadDuty'>
