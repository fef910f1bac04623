import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption, ScatterChart, type ScatterSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  MarkAreaComponent,
  type MarkAreaComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartTheme } from './chartTheme.ts'

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

/** 图表的内容: bars, lines and points, with marks. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkAreaComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>

interface Props {
  readonly option: ChartOption
  readonly onPick?: ((picked: { readonly series: string; readonly name: string; readonly index: number }) => void) | undefined
}

/** 图表的绘制. */
export default function ChartDrawn({ option, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof init>>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const drawn = init(box.current, chartTheme, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ seriesName, name, dataIndex }) => pick.current?.({ series: seriesName ?? '', name, index: dataIndex ?? -1 }))
    const sizes = new ResizeObserver(() => drawn.resize())
    sizes.observe(box.current!)
    return () => {
      sizes.disconnect()
      drawn.dispose()
    }
  }, [])

  useEffect(() => chart.current?.setOption({ ...defaults, ...option }, { notMerge: true }), [option])

  return <div ref={box} aria-hidden />
}

// ECharts 6 puts a legend below by itself, over what is there.
const defaults: ChartOption = {
  animation: false,
  legend: { top: 0 },
  tooltip: { trigger: 'axis', confine: true },
  grid: { top: 36, right: 12, bottom: 4, left: 4, outerBoundsMode: 'same' },
}
