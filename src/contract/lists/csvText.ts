type Line = readonly (string | number | undefined)[]

/** Writes CSV as WPS and Excel open it: UTF-8 with BOM, CRLF; a cell that could be taken for a formula is prefixed with an apostrophe. */
export function csvText(heads: Line, rows: readonly Line[]): string {
  return '\uFEFF' + [heads, ...rows].map(row => row.map(cellText).join(',') + '\r\n').join('')
}

function cellText(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
