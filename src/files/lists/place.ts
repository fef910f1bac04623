/** A place in a file: sheet, row, heading and cell in a workbook; in text a path such as `findings[3].count`, or nothing for the whole file. */
export interface Place {
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  readonly cell?: string
  readonly path?: string
}

/** Formats a place: “核查情况”表第5行“次数”列（D5）, or findings[3].count. */
export function printPlace({ sheet, row, column, cell, path }: Place): string {
  if (path !== undefined) return path
  const inSheet = sheet === undefined ? '' : `“${sheet}”表`
  return `${inSheet}${row === undefined ? '' : `第${row}行`}${column === undefined ? '' : `“${column}”列`}${cell === undefined ? '' : `（${cell}）`}`
}
