import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { ErrorBoundary } from '../app/ErrorBoundary.tsx'
import type { ChartOption } from './ChartDrawn.tsx'
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
  const box = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(box)
  return (
    <div ref={box} className="chart" style={{ height }} role="img" aria-label={description}>
      <ErrorBoundary where="图表">
        <Suspense fallback={null}>{isSeen && <ChartDrawn option={option} onPick={onPick} />}</Suspense>
      </ErrorBoundary>
    </div>
  )
}

/** Whether it has come into sight, or is to be printed. */
function useSeen(box: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const show = () => setSeen(true)
    const sight = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && show(), { rootMargin: '200px' })
    if (box.current !== null) sight.observe(box.current)
    addEventListener('beforeprint', show)
    return () => {
      sight.disconnect()
      removeEventListener('beforeprint', show)
    }
  }, [box])
  return seen
}
