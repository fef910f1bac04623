import type { SheetFinding } from './sheetTypes.ts'

/** Describes the count of a finding: “2次”, or persons and occasions. */
export function describeCount({
  count,
  unitWord,
  persons,
  occasions,
}: Pick<SheetFinding, 'count' | 'unitWord' | 'persons' | 'occasions'>): string {
  return persons === undefined ? `${count}${unitWord}` : `${persons}人×${occasions ?? 1}次`
}
