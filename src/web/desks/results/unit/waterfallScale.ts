import type { UnitResult } from '../resultTypes.ts'

/** The horizontal axis of the waterfall: from and to in points, and the position of a value between them in percent. */
interface WaterfallScale {
  readonly from: number
  readonly to: number
  readonly at: (value: number) => number
}

/** Computes the axis of the waterfall, cut off at the lower end in steps of ten so that small losses are visible; zero stays on it if the score is near. */
export function waterfallScale(steps: UnitResult['waterfall']): WaterfallScale {
  const values = steps.flatMap(({ kind, effect, after }) =>
    kind === 'base' || kind === 'score' ? [after] : [after, after - effect],
  )
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const grain = most > 200 ? 100 : 10
  const from =
    least < 0
      ? Math.floor(least / grain) * grain
      : Math.max(0, Math.floor((least - (most - least) * 0.15) / grain) * grain)
  const to = Math.max(most, from + 1)
  return { from, to: Math.ceil(to), at: value => ((value - from) / (Math.ceil(to) - from)) * 100 }
}
