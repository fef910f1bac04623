/** Returns the greatest common divisor (最大公约数) of two whole numbers. */
export function commonDivisor(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
