import type { CallAnswer } from '../../client/call.ts'

/** The roster (名册) as the server returns it. */
export type Roster = CallAnswer<'GET /api/years/:year/roster'>

/** One unit of the roster. */
export type RosterUnit = Roster['units'][number]

/** One unit in full. */
export type UnitDetail = CallAnswer<'GET /api/years/:year/roster/:unit'>
