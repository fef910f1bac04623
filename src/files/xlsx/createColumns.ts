import { unzipSync, zipSync, type Zippable } from 'fflate'
import { columnLetter } from './sheetCell.ts'

/**
 * 整列解锁: gives the columns of sheets the styles that their cells show in one row, from that column to the last of the sheet for the last one.
 * The xlsx library writes widths but no styles for columns, and a protected sheet would otherwise take input only in rows written before.
 */
export function createColumns(
  bytes: Uint8Array,
  sheets: readonly { readonly part: number; readonly row: number }[],
): Uint8Array {
  const parts = unzipSync(bytes)
  for (const { part, row } of sheets) {
    const path = `xl/worksheets/sheet${part}.xml`
    const known = parts[path]
    if (known) parts[path] = withColumnStyles(known, row + 1)
  }
  const zipped: Zippable = {}
  for (const [path, content] of Object.entries(parts))
    zipped[path] = [content, { mtime: '1980-01-01 00:00:00' }]
  return zipSync(zipped, { level: 6 })
}

const LAST_COLUMN = 16_384

function withColumnStyles(xml: Uint8Array<ArrayBuffer>, row: number): Uint8Array<ArrayBuffer> {
  const head = new TextDecoder().decode(xml.subarray(0, 128 * 1024))
  const styles = new Map<string, string>()
  for (const [, column = '', found = '', style = ''] of head.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*? s="(\d+)"/g,
  )) {
    if (Number(found) === row) styles.set(column, style)
  }
  const columns = /<cols>(.*?)<\/cols>/s.exec(head)
  if (!columns || styles.size === 0) return xml
  const last = [...styles.values()].at(-1)
  const written = columns[1]!.replace(/<col min="(\d+)"/g, (start, at: string) => {
    const style = styles.get(columnLetter(Number(at) - 1))
    return style === undefined ? start : `<col style="${style}" min="${at}"`
  })
  const beyond = `<col style="${last}" min="${styles.size + 1}" max="${LAST_COLUMN}" width="9"/>`
  const before = new TextEncoder().encode(head.slice(0, columns.index))
  const replaced = new TextEncoder().encode(`<cols>${written}${beyond}</cols>`)
  const rest = xml.subarray(before.length + new TextEncoder().encode(columns[0]).length)
  const out = new Uint8Array(before.length + replaced.length + rest.length)
  out.set(before)
  out.set(replaced, before.length)
  out.set(rest, before.length + replaced.length)
  return out
}
