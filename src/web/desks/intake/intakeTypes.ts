import type { CallAnswer } from '../../client/call.ts'

/** 一次导入的概况. */
export type Import = CallAnswer<'GET /api/years/:year/intakes'>['intakes'][number]

/** 一次导入 with its preview. */
export type ImportDetail = CallAnswer<'GET /api/years/:year/intakes/:intake'>

/** 提交后会怎样. */
export type Plan = NonNullable<ImportDetail['plan']>

/** 怎样导入. */
export type ImportChoice = NonNullable<ImportDetail['choice']>

/** 是否还在进行: it is asked again until it is not. */
export function isUnderWay(state: Import['state']): boolean {
  return state === 'waiting' || state === 'reading' || state === 'planning'
}
