import { useMemo } from 'react'
import { Chart } from '../../../parts/Chart.tsx'
import type { ChartOption } from '../../../parts/ChartDrawn.tsx'
import { printFigure } from '../../../explain/printFigure.ts'
import type { Ranking, RankingRow } from '../resultTypes.ts'
import { histogram } from './histogram.ts'
import { spreadOf } from './spread.ts'

/** Shades of one colour from the best grade down; the last grade alone stands out. */
const SHADES = ['#2b6ca3', '#7fa8c9', '#c9d3dc', '#b3261e', '#7a4fa3'] as const

/** 综合得分的分布: a histogram in the colours of the grades. */
export function Distribution({ ranking, rows }: { readonly ranking: Ranking; readonly rows: readonly RankingRow[] }) {
  const bins = useMemo(() => histogram(rows as Ranking['rows']), [rows])
  const option = useMemo(() => optionOf(bins, ranking.grades), [bins, ranking.grades])
  const scores = rows.flatMap(row => (row.composite === undefined ? [] : [row.composite]))
  if (scores.length === 0) return <p className="charts-none">还没有综合得分。</p>
  const { least, middle, most } = spreadOf('', scores)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const figures = `最高${printFigure(most)}，中位${printFigure(round(middle))}，平均${printFigure(round(mean))}，最低${printFigure(least)}`
  const grades = ranking.grades.map(grade => `${grade.name}${rows.filter(row => row.grade?.grade === grade.id).length}个`)
  return (
    <>
      <Chart option={option} height={170} description={`综合得分的分布：${figures}。${grades.join('，')}。`} />
      <p className="charts-said">{figures}</p>
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function optionOf(bins: ReturnType<typeof histogram>, grades: Ranking['grades']): ChartOption {
  const shown = grades.filter(grade => bins.some(bin => bin.byGrade.has(grade.id)))
  return {
    grid: { top: 28, right: 4, bottom: 2, left: 2, outerBoundsMode: 'same' },
    legend: { top: 0, itemWidth: 12, itemHeight: 8, icon: 'rect' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (items: unknown) => {
        const at = (items as readonly { readonly dataIndex: number }[])[0]?.dataIndex ?? 0
        const { from, to, count } = bins[at]!
        return `${from}至不满${to}分：${count}个单位`
      },
    },
    xAxis: { type: 'category', data: bins.map(bin => String(bin.from)), axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, splitNumber: 3 },
    series: shown.map(grade => ({
      type: 'bar',
      name: grade.name,
      stack: 'all',
      barCategoryGap: '12%',
      itemStyle: { color: SHADES[grades.indexOf(grade) % SHADES.length]! },
      data: bins.map(bin => bin.byGrade.get(grade.id) ?? 0),
    })),
  }
}
