import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { explainListRows } from '../explainListRows.ts'
import { partsOf } from '../nodes.ts'
import { rubricViews } from '../rubricViews.ts'
import type { UnitLine } from './bookContext.ts'

/** Counts the rows of the inspection deductions table (核查扣分). */
export function countEntries({ components }: CycleOutcome, lines: readonly UnitLine[]): number {
  return lines.reduce((sum, line) => {
    const rows = components.columns.flatMap((_, at) => viewsOf(line, at).flatMap(view => view.rubric.parts))
    const listed = line.composite.absent ? [] : explainListRows(components, line.at)
    return [...rows, ...listed].reduce(
      (count, row) => (row.kind === 'row' ? count + row.parts.length : count),
      sum,
    )
  }, 0)
}

/** Counts the rows of a component's table: one per appraisee, and below it one per round where there are several. */
export function countLines(lines: readonly UnitLine[], component: number): number {
  return lines.reduce((sum, line) => {
    const views = viewsOf(line, component).length
    return sum + (views > 1 ? views + 1 : 1)
  }, 0)
}

function viewsOf({ components }: UnitLine, at: number) {
  const node = partsOf(components[at]!, 'inspection')[0]
  return node === undefined ? [] : rubricViews(node)
}
