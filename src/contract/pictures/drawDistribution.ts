import { type Picture, PICTURE_WIDTH, scaleOf, type Shape } from './picture.ts'

const HEIGHT = 260
const BARS = 20
const LEAST_HEIGHT = 3

/** Draws how values are spread: bars of equal width with their counts. */
export function drawDistribution(
  values: readonly number[],
  {
    description,
    unit,
    width = PICTURE_WIDTH,
  }: { readonly description: string; readonly unit: string; readonly width?: number },
): Picture {
  const scale = scaleOf(values, [50, width - 20])
  const step = (scale.to - scale.from) / BARS
  const counts = Array.from({ length: BARS }, () => 0)
  for (const value of values) {
    const bar = Math.max(0, Math.min(BARS - 1, Math.floor((value - scale.from) / step)))
    counts[bar] = counts[bar]! + 1
  }
  const upright = scaleOf([0, ...counts], [HEIGHT - 30, 16], { least: 0 })
  const shapes: Shape[] = [
    ...upright.ticks.filter(Number.isInteger).flatMap((tick): Shape[] => [
      { kind: 'line', from: [50, upright.place(tick)], to: [width - 20, upright.place(tick)], tone: 'line' },
      { kind: 'text', at: [44, upright.place(tick) + 4], text: String(tick), anchor: 'end' },
    ]),
    ...counts.flatMap((count, bar): Shape[] => {
      if (count === 0) return []
      const [from, to] = [scale.from + bar * step, scale.from + (bar + 1) * step]
      const [left, right, top] = [scale.place(from), scale.place(to), upright.place(count)]
      const says = `${from.toFixed(1)}至${to.toFixed(1)}：${count}${unit}`
      // A single unit among thousands is still seen.
      const height = Math.max(LEAST_HEIGHT, HEIGHT - 30 - top)
      const size = { width: Math.max(1, right - left - 2), height }
      return [{ kind: 'bar', at: [left + 1, HEIGHT - 30 - height], ...size, tone: 'main', says }]
    }),
    ...scale.ticks.map((tick): Shape => ({
      kind: 'text',
      at: [scale.place(tick), HEIGHT - 10],
      text: String(tick),
      anchor: 'middle',
    })),
  ]
  return { width, height: HEIGHT, description, shapes }
}
