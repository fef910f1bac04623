import type { RowExplained } from '../../../domain/score/inspection/rowExplained.ts'
import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import { explainListRows } from '../explainListRows.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import type { EntryTable, NumberedRubric } from './entryTable.ts'
import { identityColumns } from './identityColumns.ts'
import { rubricColumns, type RubricFill } from './rubricColumns.ts'
import { createTable, SHEET_ORDER, type Table } from './table.ts'

interface ListLine {
  readonly unit: UnitLine
  readonly fill: RubricFill | undefined
}

/** The table of the lists of bonuses and deductions (加分扣分清单): rows outside the rubrics, included in the composite. */
export interface ListTable {
  readonly table: Table<ListLine>
  /** Returns the total of the lists, in thousandths. */
  readonly add: (unit: UnitLine) => number
}

/** Creates the table of the lists (加分扣分清单); none where the scheme has no lists. */
export function createListTable(
  context: BookContext,
  entries: EntryTable,
  lists: NumberedRubric | undefined,
): ListTable | undefined {
  if (lists === undefined) return undefined
  const table = createTable<ListLine>(context.workbook, context.styles, {
    name: context.names.kept,
    title: '加分扣分清单',
    subtitle: '细则之外的加分和扣分，直接计入综合得分；明细见“核查扣分”。没有综合得分的单位不计。',
    columns: [
      ...identityColumns<ListLine>(context, line => line.unit),
      ...rubricColumns<ListLine>(context, lists.rubric, line => line.fill, '清单合计'),
    ],
    parameterLabel: { key: 'name', text: '分值' },
    frozenColumns: 3,
    order: SHEET_ORDER.lists,
    lines: context.units,
    filtered: context.mode === 'lookup',
  })
  return {
    table,
    add: unit => {
      const rows = unit.composite.absent ? [] : explainListRows(context.outcome.components, unit.at)
      unit.rows.set('lists', table.next())
      const total = rows.reduce((sum, row) => sum + row.points, 0)
      table.add({ unit, fill: unit.composite.absent ? undefined : fillOf(entries, unit, lists, rows, total) })
      return total
    },
  }
}

function fillOf(
  entries: EntryTable,
  unit: UnitLine,
  lists: NumberedRubric,
  rows: readonly RowExplained[],
  total: number,
): RubricFill {
  const sums = entries.add(unit, lists, '全年', rows)
  return {
    rows: new Map(rows.map(row => [row.row.id, row])),
    total: toDecimal(total as Points),
    sumOf: (rowAt, here) => sums(rowAt, { number: here.at('number') }),
  }
}
