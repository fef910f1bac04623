import { columnOf, rowOf } from './sheetCell.ts'

/** A merged range: both ends included; rows from 1, columns from 0; `name` as people write it, A2:A5. */
export interface MergedRange {
  readonly name: string
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** Parses a merged range; `undefined` when the text is not one. */
export function mergedRange(name: string): MergedRange | undefined {
  const [start = '', end = start] = name.split(':')
  const [fromRow, toRow, fromColumn, toColumn] = [rowOf(start), rowOf(end), columnOf(start), columnOf(end)]
  if (fromRow === undefined || toRow === undefined || fromColumn === undefined || toColumn === undefined)
    return undefined
  return { name, fromRow, toRow, fromColumn, toColumn }
}
