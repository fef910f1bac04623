import type { CellPlan } from '../../../files/xlsx/sheetPlan.ts'

/** A share as a cell: 62.5%. Empty where there is none. */
export function percentCell(share: number | undefined): CellPlan {
  return share === undefined ? null : { value: share, style: { format: '0.0%' } }
}

/** A figure of two decimals as a cell: 86.10. Empty where there is none. */
export function decimalCell(value: number | null | undefined): CellPlan {
  return value === undefined || value === null ? null : { value, style: { format: '0.00' } }
}
