import type { Column } from './column.ts'

/** Checks whether a column is right-aligned: figures are. */
export function isRight<Row>({ kind }: Column<Row>): boolean {
  return kind === 'points' || kind === 'number'
}
