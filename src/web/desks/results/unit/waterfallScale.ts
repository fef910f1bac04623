import type { UnitResult } from '../resultTypes.ts'

/** 瀑布图的横轴: from and to in points, and where a value stands between them, in percent. */
export interface WaterfallScale {
  readonly from: number
  readonly to: number
  readonly at: (value: number) => number
}

/** 瀑布图的横轴, cut off below in steps of ten so that small losses are seen; zero stays in where the score is near it. */
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
