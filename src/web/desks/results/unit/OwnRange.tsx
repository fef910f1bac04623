import { Link } from '@tanstack/react-router'
import { bandSays } from '../../../../contract/results/firmnessWords.ts'
import { useMay } from '../../../client/useMay.ts'
import type { UnitResult } from '../resultTypes.ts'

/** Says how firm the place of the unit is, and that it changes nothing. */
export function OwnRange({ result: { range, row, year } }: { readonly result: UnitResult }) {
  const may = useMay()
  if (range === undefined || row?.standing === undefined) return null
  const { best, worst, bands, repeats } = range
  return (
    <section aria-label="名次的稳固程度">
      <h2>名次的稳固程度</h2>
      <p>
        现为第{row.standing.place}名，
        {best === worst ? '九成的次数名次不变' : `名次区间${best}至${worst}`}
        {bands.length > 0 && `，${bands.map(bandSays).join('，')}`}。
      </p>
      <p className="soft">
        把调查答卷和测评票放回去重新抽取{repeats}
        次，九成次数的名次在这个区间，说明换一批人答卷、投票，名次会有多大出入。只供参考，不改变名次、等次和结果运用。
      </p>
      {may('readFirmness') && (
        <p>
          <Link to={`/${year}/firmness`}>看全部单位的</Link>
        </p>
      )}
    </section>
  )
}
