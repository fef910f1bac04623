import type { CellPlan, RichCellPlan } from '../sheetPlan.ts'
import type { StyleBook } from './styleBook.ts'

/** Returns the XML of a cell; `columnStyle` is its default style. */
export function cellXml(reference: string, cell: CellPlan, columnStyle: number, styles: StyleBook): string {
  if (cell === undefined || cell === null) return ''
  const {
    value,
    formula,
    style = columnStyle,
  }: RichCellPlan = typeof cell === 'object' ? cell : { value: cell }
  const given = typeof style === 'number' ? style : styles.id(style)
  const used =
    formula === undefined && typeof value === 'string' && LOOKS_LIKE_FORMULA.test(value)
      ? styles.quoted(given)
      : given
  const head = `<c r="${reference}"${used === 0 ? '' : ` s="${used}"`}`
  if (formula !== undefined) {
    const kind = typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : ''
    const last = value === undefined || value === null ? '' : `<v>${plainXml(value)}</v>`
    return `${head}${kind}><f>${escapeText(formula)}</f>${last}</c>`
  }
  if (value === undefined || value === null || value === '') return `${head}/>`
  if (typeof value !== 'string')
    return `${head}${typeof value === 'boolean' ? ' t="b"' : ''}><v>${plainXml(value)}</v></c>`
  const text = value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 2)}……`
  return `${head} t="inlineStr"><is><t${KEPT_SPACE.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(text)}</t></is></c>`
}

function plainXml(value: string | number | boolean): string {
  return typeof value === 'string' ? escapeText(value) : String(Number(value))
}

/** maximum text length of a cell. */
const LONGEST = 32_767
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/
const KEPT_SPACE = /^\s|\s$|\n/
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/
const HALF_SIGNS = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** Escapes text for XML: markup escaped; characters that XML cannot hold as `_x0001_`, as workbooks do; half a surrogate pair becomes the replacement character. */
export function escapeText(text: string): string {
  if (!UNSAFE.test(text)) return text
  return text
    .replace(HALF_SIGNS, '\ufffd')
    .replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(UNPRINTABLE, sign => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`)
}

/** Returns a list element with its count; nothing for an empty list, which Excel treats as a broken file. */
export function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}
