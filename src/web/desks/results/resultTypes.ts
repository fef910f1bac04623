import type { CallAnswer } from '../../client/call.ts'

/** The ranking as the server returns it. */
export type Ranking = CallAnswer<'GET /api/years/:year/ranking'>

/** One row of the ranking. */
export type RankingRow = Ranking['rows'][number]

/** The result of one unit. */
export type UnitResult = CallAnswer<'GET /api/years/:year/units/:unit/result'>

/** The differences between two results. */
export type Comparison = CallAnswer<'GET /api/years/:year/seals/:number/differences'>['comparison']
