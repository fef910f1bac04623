import type { SheetFinding } from './sheetTypes.ts'

/** Names of the finding states. */
export const findingStateNames: Readonly<Record<SheetFinding['state'], string>> = {
  notInForce: '未生效',
  open: '待答复',
  accepted: '已认可',
  objected: '有异议，待裁定',
  upheld: '裁定维持',
  changed: '裁定改变',
  dropped: '裁定撤销',
}

/** Describes the count of a finding: “2次”, or persons and occasions. */
export function describeCount({
  count,
  unitWord,
  persons,
  occasions,
}: Pick<SheetFinding, 'count' | 'unitWord' | 'persons' | 'occasions'>): string {
  return persons === undefined ? `${count}${unitWord}` : `${persons}人×${occasions ?? 1}次`
}
