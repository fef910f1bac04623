/** Colours of a picture by what they say. */
export type Tone = 'ink' | 'soft' | 'line' | 'main' | 'over' | 'under' | `mild ${'main' | 'over' | 'under'}`

/** One shape of a picture. */
export type Shape =
  | {
      readonly kind: 'line'
      readonly from: Place
      readonly to: Place
      readonly tone: Tone
      readonly dashed?: boolean
    }
  | {
      readonly kind: 'curve'
      readonly through: readonly Place[]
      readonly tone: Tone
      readonly dashed?: boolean
    }
  | {
      readonly kind: 'dot'
      readonly at: Place
      readonly radius: number
      readonly tone: Tone
      readonly says?: string
    }
  | {
      readonly kind: 'bar'
      readonly at: Place
      readonly width: number
      readonly height: number
      readonly tone: Tone
      readonly says?: string
    }
  | {
      readonly kind: 'text'
      readonly at: Place
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
    }

/** A place in a picture, in its units from its upper left corner. */
type Place = readonly [x: number, y: number]

/** A picture as shapes: drawn by the browser and by the writer of documents alike. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** What the picture shows, with the figures that matter; read by screen readers in its place. */
  readonly description: string
  readonly shapes: readonly Shape[]
}

/** The width of a picture in a document; on a page it is as wide as its place. */
export const PICTURE_WIDTH = 900

/** A straight scale from values to places. */
interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  place(value: number): number
}

/** Makes a scale over values with round ticks, between two places; it holds every value, `least` and `most` bound it, and ticks are not nearer than `grain`. */
export function scaleOf(
  values: readonly number[],
  [start, end]: Place,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, grain = 0 } = {},
): Scale {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) [low, high] = [0, 1]
  const step = roundStep(Math.max(grain, (high - low || Math.abs(high) || 1) / 4))
  const from = Math.max(least, Math.floor(low / step) * step)
  const to = Math.max(from + step, Math.min(most, Math.ceil(high / step) * step))
  const place = (value: number): number =>
    Math.round((start + ((value - from) / (to - from)) * (end - start)) * 10) / 10
  const first = Math.ceil(from / step - 1e-6)
  const count = Math.max(0, Math.floor(to / step + 1e-6) - first + 1)
  const ticks = Array.from({ length: count }, (_, at) => trim((first + at) * step))
  return { from, to, ticks: ticks[0] === trim(from) ? ticks : [trim(from), ...ticks], place }
}

/** Returns the next round number of 1, 2, 5 or 10 times a power of ten. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return [1, 2, 5, 10].map(one => one * power).find(one => one >= rough * 0.999)!
}

function trim(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
