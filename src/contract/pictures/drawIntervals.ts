import { type Picture, PICTURE_WIDTH, roundStep, scaleOf, type Shape } from './picture.ts'

/** A value with its interval. */
interface IntervalMark {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** What the dot says, instead of the value with its interval. */
  readonly says?: string
  readonly tone?: 'main' | 'over' | 'under'
}

/** From so many rows on names have no room: each row becomes a column without one. */
export const MOST_NAMED = 150
const ROW = 18
/** Width of the names, and of one character. */
const NAMES = 180
const SIGN = 13

/** Draws values with their intervals in the order given: one a row beside its name, or one a column where they are many or `unnamed`. */
export function drawIntervals(
  marks: readonly IntervalMark[],
  { unnamed = false, ...look }: Look & { unnamed?: boolean },
): Picture {
  return unnamed || marks.length > MOST_NAMED ? drawColumns(marks, look) : drawRows(marks, look)
}

interface Look {
  readonly mean?: number
  readonly description: string
  readonly width?: number
  /** Values are places: whole, from the first to the last. */
  readonly isPlaces?: boolean
}

function drawRows(
  marks: readonly IntervalMark[],
  { mean, description, isPlaces = false, width = PICTURE_WIDTH }: Look,
): Picture {
  const height = marks.length * ROW + 40
  const names = Math.min(NAMES, Math.round(width * 0.42))
  const scale = scaleOf(extentOf(marks, mean), [names + 10, width - 20], boundsOf(marks, isPlaces))
  const shapes: Shape[] = scale.ticks.flatMap((tick): Shape[] => [
    { kind: 'line', from: [scale.place(tick), 24], to: [scale.place(tick), height - 8], tone: 'line' },
    { kind: 'text', at: [scale.place(tick), 16], text: String(tick), anchor: 'middle' },
  ])
  if (mean !== undefined)
    shapes.push({
      kind: 'line',
      from: [scale.place(mean), 24],
      to: [scale.place(mean), height - 8],
      tone: 'soft',
      dashed: true,
    })
  for (const [at, mark] of marks.entries()) {
    const y = 36 + at * ROW
    const tone = mark.tone ?? 'main'
    shapes.push(
      { kind: 'text', at: [names, y + 4], text: shorten(mark.name, Math.floor(names / SIGN)), anchor: 'end' },
      { kind: 'line', from: [scale.place(mark.low), y], to: [scale.place(mark.high), y], tone },
      { kind: 'dot', at: [scale.place(mark.value), y], radius: 4, tone, says: saysOf(mark) },
    )
  }
  return { width, height, description, shapes }
}

function drawColumns(
  marks: readonly IntervalMark[],
  { mean, description, isPlaces = false, width = PICTURE_WIDTH }: Look,
): Picture {
  const height = 320
  const scale = scaleOf(extentOf(marks, mean), [height - 30, 12], boundsOf(marks, isPlaces))
  const step = (width - 60) / Math.max(1, marks.length)
  const shapes: Shape[] = scale.ticks.flatMap((tick): Shape[] => [
    { kind: 'line', from: [50, scale.place(tick)], to: [width - 8, scale.place(tick)], tone: 'line' },
    { kind: 'text', at: [44, scale.place(tick) + 4], text: String(tick), anchor: 'end' },
  ])
  if (mean !== undefined)
    shapes.push({
      kind: 'line',
      from: [50, scale.place(mean)],
      to: [width - 8, scale.place(mean)],
      tone: 'soft',
      dashed: true,
    })
  const every = roundStep(Math.max(1, marks.length / (width / 75)))
  const xOf = (at: number) => Math.round((52 + (at + 0.5) * step) * 10) / 10
  // Paler than the values and below them all: where they stand close, lines alone would be one patch.
  for (const [at, { low, high, tone = 'main' }] of marks.entries()) {
    const [from, to] = [scale.place(low), scale.place(high)]
    shapes.push({ kind: 'line', from: [xOf(at), from], to: [xOf(at), to], tone: `mild ${tone}` })
  }
  const radius = marks.length > 400 ? 1.2 : 3
  for (const [at, mark] of marks.entries()) {
    const [x, tone] = [xOf(at), mark.tone ?? 'main']
    shapes.push({ kind: 'dot', at: [x, scale.place(mark.value)], radius, tone, says: saysOf(mark) })
    if (at === 0 || (at + 1) % every === 0)
      shapes.push({ kind: 'text', at: [x, height - 10], text: String(at + 1), anchor: 'middle' })
  }
  return { width, height, description, shapes }
}

function boundsOf(marks: readonly IntervalMark[], isPlaces: boolean) {
  return isPlaces ? { least: 1, most: marks.length, grain: 1 } : {}
}

function extentOf(marks: readonly IntervalMark[], mean: number | undefined): readonly number[] {
  return [...marks.flatMap(({ low, high }) => [low, high]), ...(mean === undefined ? [] : [mean])]
}

function saysOf({ name, value, low, high, says }: IntervalMark): string {
  return says ?? `${name}：${value.toFixed(2)}，误差范围${low.toFixed(2)}至${high.toFixed(2)}`
}

function shorten(name: string, most: number): string {
  const signs = [...name]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : name
}
