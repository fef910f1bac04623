import type { Fraction } from '../../../domain/kernel/fraction.ts'
import type { Rounding } from '../../../domain/kernel/rounding.ts'

/**
 * The formula of an exact ratio: points as `num × times ÷ (den × by)`. `num` and `den` are formulas with
 * whole results, `times` and `by` whole constants, `largest` the size of the two products. Whole numbers
 * below 2^53 are exact in every spreadsheet, so nothing is lost before rounding.
 */
export interface RatioFormula {
  readonly num: string
  readonly times: number
  readonly den?: string
  readonly by: number
  readonly largest: number
}

/** Converts a points cell to whole thousandths: 4.5 becomes 4500, without a binary remainder. */
export function thousandthsOf(reference: string): string {
  return `ROUND(${reference}*1000,0)`
}

/** Returns the greatest common divisor. */
export function commonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x === 0 ? 1 : x
}

/** Creates a ratio formula with reduced constants. */
export function ratioFormula(
  num: string,
  times: number,
  by: number,
  largest: number,
  den?: string,
): RatioFormula {
  const divisor = commonDivisor(times, by)
  return {
    num,
    times: times / divisor,
    by: by / divisor,
    largest: largest / divisor,
    den,
  }
}

const SAFE = 2 ** 49
/** minimum distance from a half, in units of the last decimal kept, for a rounding of floats to be certain. */
const MARGIN = 1e-6

/**
 * Returns the rounding formula (R20): the ratio rounded to `decimals`, halves as the ruling says. Exact
 * while the numbers are small enough; beyond that rounded from floats where the value is not close to a
 * half; `undefined` where neither is certain. `exact` is the engine's value in thousandths.
 */
export function roundedFormula(
  ratio: RatioFormula,
  rounding: Pick<Rounding, 'half'> & { readonly decimals: number },
  exact: Fraction,
): string | undefined {
  const unit = 10 ** rounding.decimals
  const { num, times, den, by, largest } = ratioFormula(
    ratio.num,
    ratio.times * unit,
    ratio.by,
    ratio.largest * unit,
    ratio.den,
  )
  const top = times === 1 ? num : `${times}*${bracketed(num)}`
  const bottom = den === undefined ? String(by) : by === 1 ? bracketed(den) : `(${by}*${bracketed(den)})`
  if (bottom === '1') return divided(top, unit)
  if (largest < SAFE) return divided(rounded(top, bottom, rounding.half), unit)
  return isClear(exact, unit) ? divided(`ROUND(${bracketed(top, '+-')}/${bottom},0)`, unit) : undefined
}

function divided(formula: string, unit: number): string {
  return unit === 1 ? formula : `${bracketed(formula)}/${unit}`
}

/** Returns the rounding formula of a float; only where the exact value is so far from a half that no binary remainder can matter. */
export function roundedFloat(formula: string, { decimals }: Rounding, exact: Fraction): string | undefined {
  return isClear(exact, 10 ** decimals) ? `ROUND(${formula},${decimals})` : undefined
}

/** Returns the unrounded value as one division of whole numbers, the same in every spreadsheet; `undefined` where they are too large for that. */
export function plainFormula({ num, times, den, by, largest }: RatioFormula): string | undefined {
  if (largest >= SAFE) return undefined
  const top = times === 1 ? bracketed(num) : `${times}*${bracketed(num)}`
  if (den === undefined) return by === 1 ? top : `${top}/${by}`
  return `${top}/${by === 1 ? bracketed(den) : `(${by}*${bracketed(den)})`}`
}

/** Rounds a quotient of whole numbers; a half is a binary fraction, so the quotient is never merely close to it. */
function rounded(top: string, bottom: string, half: Rounding['half']): string {
  const quotient = `${bracketed(top, '+-')}/${bottom}`
  if (half === 'up') return `ROUND(${quotient},0)`
  const twice = `2*${bracketed(top)}`
  return `IF(MOD(${twice},2*${bottom})=${bottom},2*ROUND(${bracketed(top, '+-')}/(2*${bottom}),0),ROUND(${quotient},0))`
}

function isClear({ num, den }: Fraction, unit: number): boolean {
  const scaled = (Math.abs(Number(num)) / Number(den) / 1000) * unit
  return Math.abs(scaled - Math.floor(scaled) - 0.5) > MARGIN
}

/** Adds brackets where the outermost level of a formula contains one of these operators. */
export function bracketed(formula: string, signs = '+-*/'): string {
  let depth = 0
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]!
    if (sign === "'") at = formula.indexOf("'", at + 1)
    else if (sign === '"') at = formula.indexOf('"', at + 1)
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth === 0 && signs.includes(sign)) return `(${formula})`
  }
  return formula
}

/** Rounding of means; they are displayed only, and no score is computed from them. */
export const MEAN = { decimals: 4, half: 'up' } as const
