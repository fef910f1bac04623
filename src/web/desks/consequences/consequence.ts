import type { CallAnswer } from '../../client/call.ts'

/** The list of consequences (结果运用) as the server returns it. */
export type ConsequenceList = CallAnswer<'GET /api/years/:year/consequences'>

/** One consequence (结果运用). */
export type Consequence = ConsequenceList['rows'][number]

/** One year that led to a consequence. */
export type LedBy = Consequence['years'][number]

/** Returns the page address of a consequence, of now or as of a day. */
export function addressOfOne(
  { year, asOf }: Pick<ConsequenceList, 'year' | 'asOf'>,
  { unit, rule }: Pick<Consequence, 'unit' | 'rule'>,
): string {
  const day = asOf === undefined ? '' : `?asOf=${asOf}`
  return `/${year}/consequences/${encodeURIComponent(unit)}/${encodeURIComponent(rule)}${day}`
}

/** Describes the effect: the points deducted or the measure taken. */
export function effectOf({ deduction, measure }: Pick<Consequence, 'deduction' | 'measure'>): string {
  if (deduction !== undefined) return `单位绩效扣${deduction}分`
  return measure ?? ''
}
