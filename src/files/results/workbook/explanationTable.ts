import { type Explained, walkExplanation } from '../../../domain/kernel/explanation.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import { describeExplanation } from '../../../domain/explain/describeExplanation.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import { groundColumns } from './groundColumns.ts'
import { createTable, SHEET_ORDER, type Table } from './table.ts'
import { columnWidth } from './textWidth.ts'

/** A row of the explanation table: one node of an appraisee's explanation. */
interface ExplanationLine {
  readonly unit: UnitLine
  readonly node: Explained
  readonly depth: number
}

/** Explanation kinds without points. */
const WITHOUT_POINTS = new Set(['grade', 'standing', 'consequence', 'missing', 'renormalised', 'quota'])

/** Creates the explanation table: one line per node, indented by depth; continues on a further sheet when one is full. */
export function createExplanationTable(context: BookContext): Table<ExplanationLine> {
  const { styles, outcome } = context
  const { appraisees } = outcome.components
  return createTable<ExplanationLine>(context.workbook, styles, {
    name: context.names.kept,
    title: '解释',
    subtitle: '每个数怎样得来：逐层缩进，注明条款、口径和依据。口径的全文见“说明”。',
    columns: [
      { key: 'number', head: '序号', width: 6, style: styles.centred, cell: line => line.unit.number },
      {
        key: 'unit',
        head: '单位编号',
        width: 10,
        style: styles.text,
        cell: line => line.unit.appraisee.unit,
      },
      {
        key: 'name',
        head: '单位',
        width: columnWidth(
          appraisees.map(one => one.name),
          16,
          44,
        ),
        style: styles.text,
        cell: line => line.unit.appraisee.name,
      },
      { key: 'depth', head: '层', width: 5, style: styles.centred, cell: line => line.depth },
      {
        key: 'text',
        head: '说明',
        width: 90,
        style: styles.wrapped,
        wraps: true,
        cell: ({ node, depth }) => ({
          value: describeExplanation(node),
          style: styles.indent(depth),
          indent: depth,
        }),
      },
      {
        key: 'points',
        head: '分',
        width: 10,
        style: styles.amount,
        cell: ({ node }) =>
          WITHOUT_POINTS.has(node.kind) || (node as { absent?: boolean }).absent === true
            ? undefined
            : toDecimal(node.points),
      },
      ...groundColumns(context),
    ],
    frozenColumns: 3,
    order: SHEET_ORDER.explanations,
    lines: 0,
    filtered: true,
    mostRows: context.mostRows,
  })
}

/** Adds the whole explanation of an appraisee. */
export function addExplanation(table: Table<ExplanationLine>, unit: UnitLine): void {
  const nodes = [...walkExplanation(unit.tree)]
  table.makeRoom(nodes.length)
  for (const { node, depth } of nodes) table.add({ unit, node, depth })
}
