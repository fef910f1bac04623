import type { CallAnswer } from '../../client/call.ts'

/** 名册, as the server tells it. */
export type Roster = CallAnswer<'GET /api/years/:year/roster'>

/** 名册中的一个单位. */
export type RosterUnit = Roster['units'][number]

/** 一个单位的全部. */
export type UnitDetail = CallAnswer<'GET /api/years/:year/roster/:unit'>

/** 表单可选的词. */
export type Terms = Roster['terms']
