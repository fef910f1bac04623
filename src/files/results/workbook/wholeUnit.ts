/** Returns the number of parts of a point (1, 10, 100 or 1000) that makes all these thousandths whole. */
export function wholeUnit(thousandths: readonly number[]): 1 | 10 | 100 | 1000 {
  return ([1, 10, 100] as const).find(unit => thousandths.every(value => (value * unit) % 1000 === 0)) ?? 1000
}
