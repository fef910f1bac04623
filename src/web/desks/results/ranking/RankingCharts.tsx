import { DownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useNarrow } from '../../../kit/useNarrow.ts'
import type { Ranking } from '../resultTypes.ts'
import { ComponentSpread } from './ComponentSpread.tsx'
import { Distribution } from './Distribution.tsx'
import { LostRows } from './LostRows.tsx'
import './charts.css'

const REMEMBERED = 'hengping.rankingCharts'

/** 排名的图表: distribution, components and lost rows side by side; folded on phones until asked for, elsewhere as last left. */
export function RankingCharts({ ranking }: { readonly ranking: Ranking }) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(() => !narrow && localStorage.getItem(REMEMBERED) !== 'folded')
  const toggle = () => {
    if (!narrow) localStorage.setItem(REMEMBERED, open ? 'folded' : 'open')
    setOpen(!open)
  }
  return (
    <section className="charts" aria-label="图表">
      <button type="button" className="charts-toggle" aria-expanded={open} onClick={toggle}>
        <DownOutlined aria-hidden rotate={open ? 0 : -90} /> 分布、分项和失分最多的行
      </button>
      {open && (
        <div className="charts-row">
          <section>
            <h2>综合得分的分布</h2>
            <Distribution ranking={ranking} rows={ranking.rows} />
          </section>
          <section>
            <h2>各分项得分</h2>
            <ComponentSpread ranking={ranking} rows={ranking.rows} />
          </section>
          <section>
            <h2>失分最多的行</h2>
            <LostRows ranking={ranking} />
          </section>
        </div>
      )}
    </section>
  )
}
