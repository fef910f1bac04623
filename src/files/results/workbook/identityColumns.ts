import type { BookContext, UnitLine } from './bookContext.ts'
import type { TableColumn } from './table.ts'
import { columnWidth } from './textWidth.ts'

/** Creates the first columns of every table: 序号, 单位编号, 单位; tables find each other's lines by 序号. */
export function identityColumns<L>(
  context: BookContext,
  unitOf: (line: L) => UnitLine,
): readonly TableColumn<L>[] {
  const { styles, outcome } = context
  const { appraisees } = outcome.components
  return [
    { key: 'number', head: '序号', width: 6, style: styles.centred, cell: line => unitOf(line).number },
    {
      key: 'unit',
      head: '单位编号',
      width: columnWidth(
        appraisees.map(one => one.unit),
        10,
        20,
      ),
      style: styles.text,
      cell: line => unitOf(line).appraisee.unit,
    },
    {
      key: 'name',
      head: '单位',
      width: columnWidth(
        appraisees.map(one => one.name),
        18,
        44,
      ),
      style: styles.text,
      cell: line => unitOf(line).appraisee.name,
    },
  ]
}

/** Creates the column 榜号: the ranking of a line, where there are several. (R10) */
export function groupColumn<L>(
  { styles, groups }: BookContext,
  unitOf: (line: L) => UnitLine,
): readonly TableColumn<L>[] {
  if (groups.length < 2) return []
  const note = groups.map(({ number, name }) => `${number}：${name}`).join('\n')
  return [
    { key: 'group', head: '榜号', width: 6, style: styles.centred, note, cell: line => unitOf(line).group },
  ]
}
