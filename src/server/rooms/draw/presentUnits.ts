/** Names the first three units and gives the number of the rest. */
export function presentUnits(units: readonly string[], names: ReadonlyMap<string, string>): string {
  const first = units.slice(0, 3).map(unit => names.get(unit) ?? unit)
  return `${first.join('、')}${units.length > 3 ? '等' : ''}`
}
