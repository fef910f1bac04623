/** A fraction, or a decimal figure that counts exactly as it is written: 88.345 is 88345/1000. */
export type Figure = Fraction | number

/** An exact fraction of two big whole numbers in lowest terms, the denominator above zero. */
export class Fraction {
  readonly top: bigint
  readonly bottom: bigint

  constructor(top: bigint, bottom: bigint) {
    const divisor = bottom === 1n ? 1n : commonDivisor(top, bottom)
    this.top = top / divisor
    this.bottom = bottom / divisor
  }

  plus(other: Figure): Fraction {
    const { top, bottom } = exact(other)
    return new Fraction(this.top * bottom + top * this.bottom, this.bottom * bottom)
  }

  minus(other: Figure): Fraction {
    return this.plus(exact(other).times(-1))
  }

  times(other: Figure): Fraction {
    const { top, bottom } = exact(other)
    return new Fraction(this.top * top, this.bottom * bottom)
  }

  /** Divides; the caller has seen that `other` is not zero. */
  over(other: Figure): Fraction {
    const { top, bottom } = exact(other)
    return new Fraction(this.top * bottom, this.bottom * top)
  }

  /** Below, at or above zero as this is less than, equal to or more than `other`. */
  compare(other: Figure): number {
    const { top, bottom } = exact(other)
    const difference = this.top * bottom - top * this.bottom
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  atMost(limit: Figure): Fraction {
    return this.compare(limit) > 0 ? exact(limit) : this
  }

  atLeast(limit: Figure): Fraction {
    return this.compare(limit) < 0 ? exact(limit) : this
  }

  /** The largest whole number that is not above this, which is not below zero. */
  whole(): number {
    return Number(this.top / this.bottom)
  }

  /** Rounds to so many decimals; a half goes away from zero, or to the even neighbour. */
  round(decimals: number, half: 'up' | 'even' = 'up'): Fraction {
    const unit = 10n ** BigInt(decimals)
    const size = (this.top < 0n ? -this.top : this.top) * unit
    const kept = size / this.bottom
    const twice = (size % this.bottom) * 2n
    const isUp = twice > this.bottom || (twice === this.bottom && (half === 'up' || kept % 2n === 1n))
    const rounded = isUp ? kept + 1n : kept
    return new Fraction(this.top < 0n ? -rounded : rounded, unit)
  }

  /** Writes this for people: two decimals or more where they are exact, else three and a sign that it is cut. */
  toString(): string {
    const cut = this.round(3)
    const thousandths = cut.times(1000).top
    const size = String(thousandths < 0n ? -thousandths : thousandths).padStart(4, '0')
    const text = `${thousandths < 0n ? '-' : ''}${size.slice(0, -3)}.${size.slice(-3)}`
    return `${cut.compare(this) === 0 ? '' : '约'}${text.endsWith('0') ? text.slice(0, -1) : text}`
  }
}

/** Zero as a fraction. */
export const ZERO = new Fraction(0n, 1n)

/** Reads a figure exactly. */
export function exact(figure: Figure): Fraction {
  if (typeof figure !== 'number') return figure
  if (Number.isSafeInteger(figure)) return new Fraction(BigInt(figure), 1n)
  const [mantissa = '', power = '0'] = String(figure).split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const shift = BigInt(decimals.length - Number(power))
  const digits = BigInt(whole + decimals)
  return shift >= 0n ? new Fraction(digits, 10n ** shift) : new Fraction(digits * 10n ** -shift, 1n)
}

export function sum(figures: readonly Fraction[]): Fraction {
  return figures.reduce((total, figure) => total.plus(figure), ZERO)
}

/** The largest of some figures, or zero. */
export function largest(figures: readonly Fraction[]): Fraction {
  return figures.reduce((best, figure) => best.atLeast(figure), ZERO)
}

function commonDivisor(top: bigint, bottom: bigint): bigint {
  let [one, other] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (other !== 0n) [one, other] = [other, one % other]
  return bottom < 0n ? -one : one
}
