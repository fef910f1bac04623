import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { fontOf, TEXT_WIDTH } from './officialPage.ts'
import { printable } from './printable.ts'
import type { WordTable } from '../../contract/documents/wordBlocks.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

/** Lays a table out over the width of the text; its head comes again on each page, and no row is cut by the end of one. */
export function layTable(table: WordTable): Table {
  const widths = widthsOf(table)
  const heads = table.columns.map(({ title }, at) =>
    cell(title, widths[at]!, 'center', { isHead: true, keepNext: true }),
  )
  const last = table.rows.length - 1
  const rows = table.rows.map(
    (row, nth) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map(({ align = 'left' }, at) =>
          cell(row[at] ?? '', widths[at]!, align, {
            isHead: table.isForm === true && at === 0,
            keepNext: table.together === true && (nth < last || last === 0),
          }),
        ),
      }),
  )
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: heads })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: table.isForm ? rows : [head, ...rows],
  })
}

function widthsOf({ columns }: WordTable): number[] {
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  return columns.map(({ width = 1 }) => Math.floor((TEXT_WIDTH * width) / whole))
}

function cell(
  text: string,
  width: number,
  align: keyof typeof ALIGN,
  { isHead = false, keepNext = false },
): TableCell {
  const font = isHead ? { font: fontOf('first') } : {}
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: text.split('\n').map(
      line =>
        new Paragraph({
          style: 'OfficialTable',
          alignment: ALIGN[align],
          keepNext,
          children: [new TextRun({ text: printable(line), ...font })],
        }),
    ),
  })
}
