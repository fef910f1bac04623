import type { Column } from './column.ts'

/** 是否右对齐: figures. */
export function isRight<Row>({ kind }: Column<Row>): boolean {
  return kind === 'points' || kind === 'number'
}
