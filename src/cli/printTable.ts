import { displayWidth, padToWidth } from './displayWidth.ts'

/** A table column: its heading, and whether its figures align right. */
export interface TableColumn {
  readonly heading: string
  readonly figures?: boolean
}

/** Formats a table: headings, a rule and rows, aligned by display width, without trailing spaces. */
export function printTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ heading }, at) =>
    Math.max(displayWidth(heading), ...rows.map(row => displayWidth(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ figures }, at) => padToWidth(cells[at] ?? '', widths[at]!, figures ? 'right' : 'left'))
      .join('  ')
      .trimEnd()
  const rule = widths.map(width => '-'.repeat(width)).join('  ')
  return [line(columns.map(({ heading }) => heading)), rule, ...rows.map(line)].join('\n')
}
