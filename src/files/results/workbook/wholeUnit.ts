/** 化整单位: into how many parts a point must be cut (1, 10, 100 or 1000) for all of these thousandths to be whole. */
export function wholeUnit(thousandths: readonly number[]): 1 | 10 | 100 | 1000 {
  return ([1, 10, 100] as const).find(unit => thousandths.every(value => (value * unit) % 1000 === 0)) ?? 1000
}
