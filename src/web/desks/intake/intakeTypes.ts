import type { CallAnswer } from '../../client/call.ts'

/** An import in the list. */
export type Import = CallAnswer<'GET /api/years/:year/intakes'>['intakes'][number]

/** One import with its preview. */
export type ImportDetail = CallAnswer<'GET /api/years/:year/intakes/:intake'>

/** The effect of a commit. */
export type Plan = NonNullable<ImportDetail['plan']>

/** The import options. */
export type ImportChoice = NonNullable<ImportDetail['choice']>

/** Checks whether an import is still running and must be polled. */
export function isUnderWay(state: Import['state']): boolean {
  return state === 'waiting' || state === 'reading' || state === 'planning'
}
