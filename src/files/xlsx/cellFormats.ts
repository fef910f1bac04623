import { attributeOf } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** 数字格式: whether a cell's number is shown as a date or as a percentage. */
export type CellFormat = 'date' | 'percent' | 'plain'

/** 样式部件的接收: gathers the formats by style number. */
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

/** the numbers under 164 are fixed; 27-36 and 50-58 are dates in the Chinese editions. */
function formatOf(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return formatOfCode(code)
  if (id === 9 || id === 10) return 'percent'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? 'date'
    : 'plain'
}

/** 格式代码的种类; literals, escapes and bracketed parts say nothing about the number. */
export function formatOfCode(code: string): CellFormat {
  if (/^general$/i.test(code)) return 'plain'
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[ymdhs]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}
