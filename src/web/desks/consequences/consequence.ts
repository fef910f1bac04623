import type { CallAnswer } from '../../client/call.ts'

/** 结果运用清单, as the server tells it. */
export type ConsequenceList = CallAnswer<'GET /api/years/:year/consequences'>

/** 结果运用一项. */
export type Consequence = ConsequenceList['rows'][number]

/** 所依据的一个年度. */
export type LedBy = Consequence['years'][number]

/** 结果运用一项的页面地址. */
export function addressOfOne(year: number, { unit, rule }: Pick<Consequence, 'unit' | 'rule'>): string {
  return `/${year}/consequences/${encodeURIComponent(unit)}/${encodeURIComponent(rule)}`
}

/** 后果: the points it costs, or the measure it brings. */
export function effectOf({ deduction, measure }: Pick<Consequence, 'deduction' | 'measure'>): string {
  if (deduction !== undefined) return `单位绩效扣${deduction}分`
  return measure ?? ''
}
