import type { MeasuredShare } from '../../domain/campaign/report/measureReport.ts'

const SIDES = { results: '成绩', problems: '问题和下步打算' } as const

/** Describes a range of shares: `不少于25%、不多于35%`. */
function describeShareRange({ from, to }: Pick<MeasuredShare, 'from' | 'to'>): string {
  return [
    ...(from === undefined ? [] : [`不少于${from}%`]),
    ...(to === undefined ? [] : [`不多于${to}%`]),
  ].join('、')
}

/** Describes the shares outside the scheme's range; empty if there are none. */
export function describeSharesOutside(shares: readonly MeasuredShare[]): string {
  return shares
    .filter(({ isInside }) => !isInside)
    .map(share => `${SIDES[share.of]}的篇幅占${share.percent ?? 0}%，方案要求${describeShareRange(share)}`)
    .join('；')
}
