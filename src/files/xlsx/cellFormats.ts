import { attributeOf } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** The number format of a cell: its code, and whether its number is shown as a date or as a percentage. */
export interface CellFormat {
  readonly code: string
  readonly kind: 'date' | 'percent' | 'plain'
}

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
        const code = codes.get(id) ?? FIXED.get(id) ?? 'General'
        formats.push({ code, kind: formatOfCode(code) })
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text() {},
  }
}

const [YEAR_MONTH, MONTH_DAY, HOURS] = ['yyyy"年"m"月"', 'm"月"d"日"', '上午/下午h"时"mm"分"']

/** Codes of the ids under 164, which are fixed; 27-36 and 50-58 are dates in the Chinese editions. */
const FIXED: ReadonlyMap<number, string> = new Map(
  [
    '1=0|2=0.00|3=#,##0|4=#,##0.00|9=0%|10=0.00%|11=0.00E+00|12=# ?/?|13=# ??/??|14=yyyy/m/d|15=d-mmm-yy',
    '16=d-mmm|17=mmm-yy|18=h:mm AM/PM|19=h:mm:ss AM/PM|20=h:mm|21=h:mm:ss|22=yyyy/m/d h:mm|30=m-d-yy',
    '31=yyyy"年"m"月"d"日"|32=h"时"mm"分"|33=h"时"mm"分"ss"秒"|37=#,##0|38=#,##0|39=#,##0.00|40=#,##0.00',
    '45=mm:ss|46=[h]:mm:ss|47=mm:ss.0|48=##0.0E+0|49=@',
    [27, 36, 50, 52, 57].map(id => `${id}=${YEAR_MONTH}`).join('|'),
    [28, 29, 51, 53, 54, 58].map(id => `${id}=${MONTH_DAY}`).join('|'),
    [34, 55].map(id => `${id}=${HOURS}`).join('|'),
    [35, 56].map(id => `${id}=${HOURS}ss"秒"`).join('|'),
  ]
    .join('|')
    .split('|')
    .map(one => [Number.parseInt(one, 10), one.slice(one.indexOf('=') + 1)]),
)

/** Returns the kind of a format code; literals, escapes and bracketed parts are ignored. */
export function formatOfCode(code: string): CellFormat['kind'] {
  if (/^general$/i.test(code)) return 'plain'
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/[ymdhs]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}
