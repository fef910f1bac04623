import type { UnitLine } from './bookContext.ts'
import type { TableColumn } from './table.ts'
import { describeNote } from './describeNote.ts'

/** A row of the summary table (总表): the appraisee with the total of its lists. */
export interface SummaryLine extends UnitLine {
  readonly listed: number
}

/** A column of the summary table (总表). */
export type SummaryColumn = TableColumn<SummaryLine>

/** Returns the note of a summary figure, from the unit's explanation of a kind. */
export function noteOn(line: SummaryLine, kind: string): string | undefined {
  const node = line.tree.parts.find(part => part.kind === kind)
  return node === undefined ? undefined : describeNote(node)
}
