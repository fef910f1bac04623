import type { BookContext } from './bookContext.ts'
import type { Here, Table } from './table.ts'

/** Refers to a figure of another table: by 序号, so that either may be sorted, or directly to the cell in a big prefecture. */
export function lookUp(
  context: BookContext,
  table: Pick<Table<never>, 'range' | 'cell'>,
  key: string,
  row: number,
  here: Here,
): string {
  if (context.mode === 'direct') return table.cell(key, row)
  return `INDEX(${table.range(key)},MATCH(${here.at('number')},${table.range('number')},0))`
}
