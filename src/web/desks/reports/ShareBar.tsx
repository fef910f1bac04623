import type { MeasuredShare } from '../../../domain/campaign/report/measureReport.ts'

const NAMES = { results: '成绩', problems: '问题和下步打算' } as const

/** Names the range that a scheme allows: 25%至35%. */
export function describeRange({ from, to }: Pick<MeasuredShare, 'from' | 'to'>): string {
  if (from !== undefined && to !== undefined) return `${from}%至${to}%`
  return from !== undefined ? `不少于${from}%` : `不多于${to}%`
}

/** Shows the share of one side as a bar, with the range that the scheme allows marked on it. */
export function ShareBar({ share }: { readonly share: MeasuredShare }) {
  const { of, percent, from = 0, to = 100, isInside, citation } = share
  const said =
    percent === undefined
      ? `${NAMES[of]}所占篇幅：还没有写`
      : `${NAMES[of]}占${percent}%，规定${describeRange(share)}${isInside ? '' : '，不在范围内'}`
  return (
    <div className="share-bar">
      <div className="share-bar-track" role="img" aria-label={said}>
        <span className="share-bar-range" style={{ left: `${from}%`, width: `${to - from}%` }} />
        <span
          className={isInside ? 'share-bar-part' : 'share-bar-part share-bar-out'}
          style={{ width: `${percent ?? 0}%` }}
        />
      </div>
      <p className={isInside || percent === undefined ? undefined : 'bad'}>
        {said}
        <span className="soft">（{citation}）</span>
      </p>
      {!isInside && percent !== undefined && (
        <p className="small-soft-line">可以调整篇幅；确有必要的，上报时写明理由。</p>
      )}
    </div>
  )
}
