import { printFigure } from '../../../kit/explain/printFigure.ts'
import type { Ranking } from '../resultTypes.ts'

/** 失分最多的行: in how many units, and how many points in all. */
export function LostRows({ ranking: { lost = [] } }: { readonly ranking: Ranking }) {
  if (lost.length === 0) return <p className="charts-none">没有失分的行。</p>
  const most = Math.max(...lost.map(row => row.units))
  return (
    <>
      <ul className="lost-rows" aria-label="失分最多的行" tabIndex={0}>
        {lost.map(({ row, title, citation, units, points }) => (
          <li key={row} title={`${citation}：${title}，${units}个单位失分，共${printFigure(points)}分`}>
            <span className="lost-rows-name" title={title}>
              <span className="lost-rows-row">{row}</span> {title}
            </span>
            <span className="lost-rows-track" aria-hidden>
              <span style={{ width: `${(units / most) * 100}%` }} />
            </span>
            <span className="lost-rows-figure">{units}个</span>
            <span className="lost-rows-figure">{printFigure(points)}</span>
          </li>
        ))}
      </ul>
      <p className="charts-said">失分的单位数，各单位失分合计（细则分）。</p>
    </>
  )
}
