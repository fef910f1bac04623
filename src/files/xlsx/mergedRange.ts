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

/** Creates a check whether a row lies in a merged range, for ascending row numbers: of the ranges already begun, the one reaching furthest decides. */
export function createMerges(merges: readonly MergedRange[]): (row: number) => string | undefined {
  const ordered = [...merges].sort((one, other) => one.fromRow - other.fromRow)
  let next = 0
  let furthest: MergedRange | undefined
  return row => {
    while (next < ordered.length && ordered[next]!.fromRow <= row) {
      const range = ordered[next++]!
      if (furthest === undefined || range.toRow > furthest.toRow) furthest = range
    }
    return furthest !== undefined && furthest.toRow >= row ? furthest.name : undefined
  }
}
