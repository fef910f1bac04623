import type { CallAnswer } from '../../client/call.ts'

/** The list of problems. */
export type Problems = CallAnswer<'GET /api/years/:year/problems'>

/** One problem of the list. */
export type ProblemRow = Problems['problems'][number]

/** One problem with its plan and history. */
export type Problem = CallAnswer<'GET /api/years/:year/units/:unit/problems/:problem'>

/** Returns the address of a problem. */
export function problemAt(
  year: number,
  { unit, id }: { readonly unit: string; readonly id: string },
): string {
  return `/${year}/problems/${encodeURIComponent(unit)}/${id}`
}
