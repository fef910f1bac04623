import type { Fraction } from '../kernel/fraction.ts'
import { roundRatio } from '../kernel/rounding.ts'
import { applyVetoes, composeOne, compositeLimits, listedPoints } from '../score/composite/composeScores.ts'
import type { ComponentColumn, ComponentScores } from '../score/scoreComponents.ts'
import type { DrawnColumn } from './redrawColumn.ts'

/** Composes a score in one repeat (一次重抽的综合得分): in thousandths, NaN where there is none. */
type ComposeDrawn = (at: number, turn: number) => number

/** Closer than this to a half, the exact fractions decide how a composite is rounded. */
const NEAR = 1e-6

/** One unit of the last decimal kept, in thousandths. */
const UNITS = { 0: 1000, 1: 100, 2: 10, 3: 1 } as const

/** 100 % in thousandths. */
const WHOLE = 100_000

/**
 * Prepares how redrawn scores are composed (重抽的综合得分) in floating point, which is sure except near a half of the last
 * decimal: there the engine composes from the exact figures, so that the result always equals its own. (三（一）, R19, R20)
 */
export function composeDrawn(scores: ComponentScores, columns: readonly DrawnColumn[]): ComposeDrawn {
  const { prepared, own } = scores
  const { rulings, scheme } = prepared
  const listed = listedPoints(scores)
  if (columns.length === 0) return at => composeOne(prepared, [], at, own[at]!, listed[at]!)
  const missing = rulings.answer('missingComponent')
  const rounding = rulings.answer('rounding')
  const { roundComponents } = rounding
  const unit = UNITS[rounding.decimals]
  const { least, most } = compositeLimits(scheme, rulings)
  const figures = columns.map(column => (roundComponents ? column.points : column.values))
  const weights = columns.map(({ component: { component } }) => component.weight)
  const shares = columns.map(
    ({ component: { component } }) => (component.weight * scheme.base) / component.base,
  )
  // Then all sums below are whole numbers and exact.
  const isWhole = roundComponents && shares.every(Number.isSafeInteger)
  const compose = (at: number, turn: number): number => {
    let [total, present] = [0, 0]
    for (let place = 0; place < columns.length; place++) {
      const value = figures[place]![turn * columns[place]!.stride + at]!
      if (Number.isNaN(value)) {
        if (missing === 'block') return Number.NaN
        continue
      }
      present += weights[place]!
      total += value * shares[place]!
    }
    if (present === 0) return Number.NaN
    const of = missing === 'renormalise' ? present : WHOLE
    const sum = total + listed[at]! * of
    const units = sum / (of * unit)
    const below = Math.floor(units)
    let rounded = (units - below < 0.5 ? below : below + 1) * unit
    if (Math.abs(units - below - 0.5) < NEAR) {
      if (!isWhole) return composeExactly(at, turn)
      rounded = roundRatio(sum, of, rounding)
    }
    const { vetoes } = own[at]!
    const left = vetoes.length === 0 ? rounded : applyVetoes(rounded, own[at]!, scheme)
    return Math.min(most, Math.max(least, left))
  }
  const composeExactly = (at: number, turn: number): number => {
    const drawn = columns.map((column): ComponentColumn => {
      const { component, stride, points } = column
      const exact: (Fraction | undefined)[] = []
      exact[at] = column.exact(at, turn)
      return {
        component,
        points: points.subarray(turn * stride),
        exact,
        missing: [],
        converted: [],
      }
    })
    return composeOne(prepared, drawn, at, own[at]!, listed[at]!)
  }
  return compose
}
