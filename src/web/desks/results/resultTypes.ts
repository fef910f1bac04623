import type { CallAnswer } from '../../client/call.ts'

/** 排名表, as it comes over the wire. */
export type Ranking = CallAnswer<'GET /api/years/:year/ranking'>

/** 排名表的一行. */
export type RankingRow = Ranking['rows'][number]

/** 一个单位的结果. */
export type UnitResult = CallAnswer<'GET /api/years/:year/units/:unit/result'>

/** 两次结果的差别. */
export type Comparison = CallAnswer<'GET /api/years/:year/seals/:number/differences'>['comparison']
