import type { UnitLine } from './bookContext.ts'
import type { TableColumn } from './table.ts'
import { describeNote } from './describeNote.ts'

/** 总表的一行: the appraisee with what its lists came to. */
export interface SummaryLine extends UnitLine {
  readonly listed: number
}

/** 总表的一列. */
export type SummaryColumn = TableColumn<SummaryLine>

/** 总表数值的批注 from the unit's own explanation of a kind. */
export function noteOn(line: SummaryLine, kind: string): string | undefined {
  const node = line.tree.parts.find(part => part.kind === kind)
  return node === undefined ? undefined : describeNote(node)
}
