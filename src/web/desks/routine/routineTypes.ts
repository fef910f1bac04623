import type { CallAnswer } from '../../client/call.ts'

/** The grading boards of all lead units. */
export type BoardList = CallAnswer<'GET /api/years/:year/routine/boards'>

/** One row of the board overview. */
export type BoardLine = BoardList['boards'][number]

/** The grading board of one lead unit. */
export type Board = CallAnswer<'GET /api/years/:year/units/:unit/boards/:component'>

/** One member of a grading board. */
export type Member = Board['members'][number]

/** The ledger of meetings and returns. */
export type RoutineLedger = CallAnswer<'GET /api/years/:year/routine/ledger'>

/** One meeting or return. */
export type Occasion = RoutineLedger['occasions'][number]

/** One fault record of a meeting or return. */
export type FaultRecord = Occasion['records'][number]

/** One kind of fault that can be recorded. */
export type FaultKind = RoutineLedger['faults'][number]

/** The records of lead duty (牵头职责). */
export type LeadDuty = CallAnswer<'GET /api/years/:year/routine/leadDuty'>

/** A sign that a lead unit goes through the motions. */
export type DutySign = CallAnswer<'GET /api/years/:year/lead-duty/signs'>['signs'][number]
