import { DownOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { useNarrow } from '../../../kit/useNarrow.ts'
import type { Ranking } from '../resultTypes.ts'
import { chartRows } from './chartRows.ts'
import { ComponentSpread } from './ComponentSpread.tsx'
import { Distribution } from './Distribution.tsx'
import { printFigure } from '../../../kit/explain/printFigure.ts'
import './charts.css'

const REMEMBERED = 'hengping.rankingCharts'

/** Shows the ranking charts side by side: distribution, components and lost rows. Collapsed at first on phones, elsewhere as last left. */
export function RankingCharts({ ranking }: { readonly ranking: Ranking }) {
  const narrow = useNarrow()
  const rows = useMemo(() => chartRows(ranking), [ranking])
  const [open, setOpen] = useState(() => !narrow && localStorage.getItem(REMEMBERED) !== 'folded')
  const toggle = () => {
    if (!narrow) localStorage.setItem(REMEMBERED, open ? 'folded' : 'open')
    setOpen(!open)
  }
  return (
    <section className="charts" aria-label="图表">
      <button type="button" className="charts-toggle" aria-expanded={open} onClick={toggle}>
        <DownOutlined aria-hidden rotate={open ? 0 : -90} /> 分布、分项和失分单位最多的行
      </button>
      {open && (
        <div className="charts-row">
          <section>
            <h2>综合得分的分布</h2>
            <Distribution ranking={ranking} rows={rows} />
          </section>
          <section>
            <h2>各分项得分</h2>
            <ComponentSpread ranking={ranking} rows={rows} />
          </section>
          <section>
            <h2>失分单位最多的行</h2>
            <LostRows ranking={ranking} />
          </section>
        </div>
      )}
    </section>
  )
}

/** Lists the rows in which the most units lost points: in how many units, and how many points in total. */
function LostRows({ ranking: { lost = [] } }: { readonly ranking: Ranking }) {
  if (lost.length === 0) return <p className="charts-none">没有失分的行。</p>
  const most = Math.max(...lost.map(row => row.units))
  return (
    <>
      <ul className="lost-rows bare" aria-label="失分单位最多的行" tabIndex={0}>
        {lost.map(({ row, title, citation, units, points }) => (
          <li key={row} title={`${citation}：${title}，${units}个单位失分，共${printFigure(points)}分`}>
            <span className="cut-line" title={title}>
              <span className="soft">{row}</span> {title}
            </span>
            <span className="lost-rows-track track track-thin" aria-hidden>
              <span style={{ width: `${(units / most) * 100}%` }} />
            </span>
            <span className="to-right unbroken">{units}个</span>
            <span className="to-right unbroken">{printFigure(points)}分</span>
          </li>
        ))}
      </ul>
      <p className="charts-said">前为失分的单位数，后为各单位失分合计（细则分）。</p>
    </>
  )
}
