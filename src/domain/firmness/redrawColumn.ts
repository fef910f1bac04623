import { approximate, type Fraction, ratio } from '../kernel/fraction.ts'
import { roundRatio } from '../kernel/rounding.ts'
import { componentScore } from '../score/componentScore.ts'
import { isMissing } from '../score/missing.ts'
import { type ComponentColumn, type ComponentScores, finishColumn } from '../score/scoreComponents.ts'
import type { ColumnRedraw } from './prepareRedraws.ts'
import type { RandomNumbers } from './randomNumbers.ts'
import type { DrawnRatio } from './redrawScore.ts'

/** The scores of one component in a block of repeats (一个分项在一批重抽中的得分). The figure of an appraisee in a repeat lies at `turn * stride + at`; a component without redraws has stride 0. */
export interface DrawnColumn {
  readonly component: ComponentColumn['component']
  readonly stride: number
  /** Rounded, in thousandths; NaN where missing. */
  readonly points: Float64Array
  /** Before rounding, as floating point; NaN where missing. */
  readonly values: Float64Array
  readonly exact: (at: number, turn: number) => Fraction | undefined
  readonly draw: (numbers: RandomNumbers) => void
}

/** Prepares the scores of one component (一个分项的重抽得分) for blocks of so many repeats. */
export function redrawColumn(
  scores: ComponentScores,
  column: ComponentColumn,
  { of }: ColumnRedraw,
  block: number,
): DrawnColumn {
  const { component, points, exact } = column
  if (of.every(redraw => redraw === undefined))
    return {
      component,
      stride: 0,
      points,
      values: Float64Array.from(exact, value => (value === undefined ? Number.NaN : approximate(value))),
      exact: at => exact[at],
      draw: () => {},
    }
  return component.component.conversion === undefined
    ? drawnApart(scores, column, of, block)
    : drawnTogether(scores, column, of, block)
}

/** Draws scores that depend on nobody else's: plain numbers, since millions are drawn. */
function drawnApart(
  { prepared, appraisees }: ComponentScores,
  { component, points: given, exact }: ComponentColumn,
  of: ColumnRedraw['of'],
  block: number,
): DrawnColumn {
  const size = appraisees.length
  const rounding = prepared.rulings.answer('rounding')
  const points = repeated(given, block)
  const values = repeated(
    Float64Array.from(exact, value => (value === undefined ? Number.NaN : approximate(value))),
    block,
  )
  const [nums, dens] = [new Float64Array(size * block), new Float64Array(size * block)]
  const drawn: DrawnRatio = { num: 0, den: 1 }
  return {
    component,
    stride: size,
    points,
    values,
    exact: (at, turn) =>
      of[at] === undefined ? exact[at] : ratio(nums[turn * size + at]!, dens[turn * size + at]!),
    draw: numbers => {
      of.forEach((redraw, at) => {
        if (redraw === undefined) return
        for (let turn = 0, place = at; turn < block; turn++, place += size) {
          redraw(numbers, turn, drawn)
          nums[place] = drawn.num
          dens[place] = drawn.den
          values[place] = drawn.num / drawn.den
          points[place] = roundRatio(drawn.num, drawn.den, rounding)
        }
      })
    },
  }
}

/** Draws scores that are converted by those of others: each repeat is finished by the engine. */
function drawnTogether(
  { prepared, appraisees, own }: ComponentScores,
  { component }: ComponentColumn,
  of: ColumnRedraw['of'],
  block: number,
): DrawnColumn {
  const size = appraisees.length
  const given = appraisees.map(({ tier }, at) => componentScore(component, tier, own[at]!))
  const [points, values] = [new Float64Array(size * block), new Float64Array(size * block)]
  const columns: ComponentColumn[] = []
  const drawn: DrawnRatio = { num: 0, den: 1 }
  return {
    component,
    stride: size,
    points,
    values,
    exact: (at, turn) => columns[turn]!.exact[at],
    draw: numbers => {
      for (let turn = 0; turn < block; turn++) {
        const exact = of.map((redraw, at): Fraction | undefined => {
          const score = given[at]!
          if (redraw === undefined) return isMissing(score) ? undefined : score
          redraw(numbers, turn, drawn)
          return ratio(drawn.num, drawn.den)
        })
        const missing = given.map(score => (isMissing(score) ? score.missing : undefined))
        const column = finishColumn(prepared, component, appraisees, own, exact, missing)
        columns[turn] = column
        points.set(column.points, turn * size)
        exact.forEach((value, at) => {
          values[turn * size + at] = value === undefined ? Number.NaN : approximate(value)
        })
      }
    },
  }
}

function repeated(values: Float64Array, times: number): Float64Array {
  const all = new Float64Array(values.length * times)
  for (let turn = 0; turn < times; turn++) all.set(values, turn * values.length)
  return all
}
