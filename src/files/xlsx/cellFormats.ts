import { attributeOf } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** The number format of a cell: whether its number is shown as a date or as a percentage. */
export type CellFormat = 'date' | 'percent' | 'plain'

/** Creates a receiver for the styles part that gathers the formats by style number. */
export function formatReceiver(): XmlReceiver & { readonly formats: readonly CellFormat[] } {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  return {
    formats,
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt')
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && inCells) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
        formats.push(formatOf(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  }
}

/** Returns the format of a number format id; ids under 164 are fixed, and 27-36 and 50-58 are dates in the Chinese editions. */
function formatOf(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return formatOfCode(code)
  if (id === 9 || id === 10) return 'percent'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? 'date'
    : 'plain'
}

/** Returns the kind of a format code; literals, escapes and bracketed parts are ignored. */
export function formatOfCode(code: string): CellFormat {
  if (/^general$/i.test(code)) return 'plain'
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[ymdhs]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}
