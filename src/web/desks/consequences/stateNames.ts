import type { CallAnswer } from '../../app/call.ts'

/** 结果运用一项, as the server lists it. */
export type Consequence = CallAnswer<'GET /api/years/:year/consequences'>['rows'][number]

/** 通知的状态. */
export const stateNames: { readonly [S in Consequence['state']]: string } = { pending: '待送达', served: '已送达', replied: '已回复' }
