/** 举出几个单位: the first three by name, the rest by their number. */
export function presentUnits(units: readonly string[], names: ReadonlyMap<string, string>): string {
  const first = units.slice(0, 3).map(unit => names.get(unit) ?? unit)
  return `${first.join('、')}${units.length > 3 ? '等' : ''}`
}
