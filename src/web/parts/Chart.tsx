import { lazy, Suspense } from 'react'
import type { ChartOption } from './ChartDrawn.tsx'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import './chart.css'

// The charts are large: they come when one is shown.
const ChartDrawn = lazy(() => import('./ChartDrawn.tsx'))

interface Props {
  readonly option: ChartOption
  /** what it shows, in a sentence or two with the figures that matter; read aloud in its place. */
  readonly description: string
  /** in px. */
  readonly height?: number
  /** a click on a bar or point: its series, name and index. */
  readonly onPick?: (picked: { readonly series: string; readonly name: string; readonly index: number }) => void
}

/** 图表: ECharts, drawn as SVG in colours that the colour-blind tell apart. */
export function Chart({ option, description, height = 260, onPick }: Props) {
  return (
    <div className="chart" style={{ height }} role="img" aria-label={description}>
      <ErrorBoundary where="图表">
        <Suspense fallback={null}>
          <ChartDrawn option={option} onPick={onPick} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
