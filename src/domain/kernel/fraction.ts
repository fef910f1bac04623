type Whole = number | bigint

/** A fraction (分数): an exact ratio of two whole numbers with a positive denominator, held as plain numbers while safe, as big integers beyond. Used within a component before the single rounding (R20). */
export interface Fraction {
  readonly num: Whole
  readonly den: Whole
}

/** Makes a fraction (分数) from a whole number. */
export function whole(value: number): Fraction {
  return { num: value, den: 1 }
}

/** Makes the fraction `num ÷ den` (分数). Throws a RangeError (a bug) if the denominator is zero. */
export function ratio(num: number, den: number): Fraction {
  if (den === 0) throw new RangeError('a fraction needs a denominator')
  return den < 0 ? { num: -num, den: -den } : { num, den }
}

/** Adds two fractions (分数相加). */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.den === b.den) return settle(sumOf(a.num, b.num), a.den)
  return settle(sumOf(product(a.num, b.den), product(b.num, a.den)), product(a.den, b.den))
}

/** Multiplies two fractions (分数相乘). */
export function by(a: Fraction, b: Fraction): Fraction {
  return settle(product(a.num, b.num), product(a.den, b.den))
}

/** Divides two fractions (分数相除). Throws a RangeError (a bug) on division by zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  if (b.num === 0 || b.num === 0n) throw new RangeError('division by zero')
  const flip = b.num < 0 ? -1 : 1
  return settle(product(product(a.num, b.den), flip), product(product(a.den, b.num), flip))
}

/** Compares two fractions (分数比较): negative if `a` is smaller, zero if equal. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = product(a.num, b.den)
  const right = product(b.num, a.den)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Returns an approximate decimal of a fraction (近似小数), for display only, never for scoring. */
export function approximate(value: Fraction): number {
  return Number(value.num) / Number(value.den)
}

function product(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a * b
    return Number.isSafeInteger(plain) ? plain : BigInt(a) * BigInt(b)
  }
  return BigInt(a) * BigInt(b)
}

function sumOf(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const plain = a + b
    return Number.isSafeInteger(plain) ? plain : BigInt(a) + BigInt(b)
  }
  return BigInt(a) + BigInt(b)
}

function settle(num: Whole, den: Whole): Fraction {
  if (typeof num === 'number' && typeof den === 'number') return { num, den }
  const divisor = greatestCommonDivisor(BigInt(num), BigInt(den))
  return { num: plainIfSafe(BigInt(num) / divisor), den: plainIfSafe(BigInt(den) / divisor) }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

function plainIfSafe(value: bigint): Whole {
  const plain = Number(value)
  return Number.isSafeInteger(plain) ? plain : value
}
