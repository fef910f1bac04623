import type { z } from 'zod'
import { drawIntervals } from '../pictures/drawIntervals.ts'
import type { Picture } from '../pictures/picture.ts'
import type { firmnessFigures } from './firmnessSchema.ts'

type Figures = z.output<typeof firmnessFigures>

/** Beyond so many the picture has no names: the list below it has them. */
const MOST_NAMED = 50

/** Draws the place of each unit with its range. */
export function drawPlaces(
  units: readonly Pick<Figures['units'][number], 'name' | 'place' | 'best' | 'worst' | 'isBandUnsure'>[],
  width?: number,
): Picture {
  const marks = units
    .toSorted((one, other) => one.place - other.place)
    .map(({ name, place, best, worst, isBandUnsure }) => ({
      name,
      value: place,
      low: best,
      high: worst,
      says: `${name}：第${place}名，名次区间${best}至${worst}`,
      tone: isBandUnsure ? ('under' as const) : ('main' as const),
    }))
  const widest = Math.max(0, ...units.map(({ best, worst }) => worst - best))
  const description = `${units.length}个单位的名次和名次区间，最宽的区间跨${widest + 1}个名次；红色是名次段不稳的单位。`
  return drawIntervals(marks, { description, width, isPlaces: true, unnamed: units.length > MOST_NAMED })
}

/** Describes how often a band by place was met. */
export function bandSays({
  name,
  share,
  isNow,
}: Pick<Figures['units'][number]['bands'][number], 'name' | 'share' | 'isNow'>): string {
  return `${isNow ? '现在' : '有可能'}属“${name}”（${printTimes(share)}的次数）`
}

/** Prints a share of the repeats in whole percent. */
export function printTimes(share: number): string {
  return share > 0 && share < 0.005 ? '不到1%' : `${Math.round(share * 100)}%`
}
