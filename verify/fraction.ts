/** An exact fraction of two big whole numbers in lowest terms, the denominator above zero. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** Zero and one as fractions. */
export const ZERO: Fraction = { top: 0n, bottom: 1n }
export const ONE: Fraction = { top: 1n, bottom: 1n }

/** Reads a decimal figure exactly as it is written: 88.345 is 88345/1000. */
export function exact(figure: number): Fraction {
  if (Number.isSafeInteger(figure)) return { top: BigInt(figure), bottom: 1n }
  const [mantissa = '', power = '0'] = String(figure).split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const shift = decimals.length - Number(power)
  const digits = BigInt(whole + decimals)
  return shift >= 0 ? lowest(digits, 10n ** BigInt(shift)) : lowest(digits * 10n ** BigInt(-shift), 1n)
}

export function plus(one: Fraction, other: Fraction): Fraction {
  if (one.bottom === other.bottom) return lowest(one.top + other.top, one.bottom)
  return lowest(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom)
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { top: -other.top, bottom: other.bottom })
}

export function times(one: Fraction, other: Fraction): Fraction {
  return lowest(one.top * other.top, one.bottom * other.bottom)
}

/** Divides; the caller has seen that `other` is not zero. */
export function over(one: Fraction, other: Fraction): Fraction {
  return lowest(one.top * other.bottom, one.bottom * other.top)
}

/** Below, at or above zero as `one` is less than, equal to or more than `other`. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.top * other.bottom - other.top * one.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function same(one: Fraction, other: Fraction): boolean {
  return one.top === other.top && one.bottom === other.bottom
}

export function least(one: Fraction, other: Fraction): Fraction {
  return compare(one, other) < 0 ? one : other
}

export function most(one: Fraction, other: Fraction): Fraction {
  return compare(one, other) > 0 ? one : other
}

export function sum(figures: Iterable<Fraction>): Fraction {
  let total = ZERO
  for (const figure of figures) total = plus(total, figure)
  return total
}

/** The largest whole number that is not above the fraction, and whether anything is left. */
export function wholePart({ top, bottom }: Fraction): { readonly whole: number; readonly rest: Fraction } {
  const whole = top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom)
  return { whole: Number(whole), rest: lowest(top - whole * bottom, bottom) }
}

/** Rounds to so many decimals; a half goes away from zero, or to the even neighbour. */
export function round({ top, bottom }: Fraction, decimals: number, half: 'up' | 'even'): Fraction {
  const unit = 10n ** BigInt(decimals)
  const size = (top < 0n ? -top : top) * unit
  let kept = size / bottom
  const twice = (size % bottom) * 2n
  if (twice > bottom || (twice === bottom && (half === 'up' || kept % 2n === 1n))) kept += 1n
  return lowest(top < 0n ? -kept : kept, unit)
}

/** Writes a fraction for people: two decimals or more where they are exact, else three and a sign that it is cut. */
export function written(value: Fraction): string {
  const cut = round(value, 3, 'up')
  const thousandths = (cut.top * 1000n) / cut.bottom
  const size = String(thousandths < 0n ? -thousandths : thousandths).padStart(4, '0')
  const text = `${thousandths < 0n ? '-' : ''}${size.slice(0, -3)}.${size.slice(-3)}`
  return `${same(cut, value) ? '' : '约'}${text.endsWith('0') ? text.slice(0, -1) : text}`
}

function lowest(top: bigint, bottom: bigint): Fraction {
  if (bottom === 1n) return { top, bottom }
  let [one, other] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (other !== 0n) [one, other] = [other, one % other]
  const divisor = bottom < 0n ? -one : one
  return divisor === 0n ? ZERO : { top: top / divisor, bottom: bottom / divisor }
}
