/** 流式写出的单元格: a value, or a formula (without `=`) with its last value; `style` is an id of the style book. */
export interface StreamCell {
  readonly value?: string | number | undefined
  readonly formula?: string | undefined
  readonly style?: number | undefined
  readonly note?: string | undefined
}

/** 单元格的 XML. `quoted` gives the style that marks a text as text, for those that look like a formula. */
export function cellXml(
  reference: string,
  { value, formula, style }: StreamCell,
  quoted: (style: number) => number,
): string {
  const plain = formula === undefined && typeof value === 'string' && LOOKS_LIKE_FORMULA.test(value)
  const used = plain ? quoted(style ?? 0) : (style ?? 0)
  const head = `<c r="${reference}"${used === 0 ? '' : ` s="${used}"`}`
  if (formula !== undefined) {
    const kind = typeof value === 'string' ? ' t="str"' : ''
    const last = value === undefined ? '' : `<v>${typeof value === 'string' ? escapeText(value) : value}</v>`
    return `${head}${kind}><f>${escapeText(formula)}</f>${last}</c>`
  }
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (value === undefined || value === '') return `${head}/>`
  const text = value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 2)}……`
  return `${head} t="inlineStr"><is><t${KEPT_SPACE.test(text) ? ' xml:space="preserve"' : ''}>${escapeText(text)}</t></is></c>`
}

/** what a cell can hold. */
const LONGEST = 32_767
const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r]/
const KEPT_SPACE = /^\s|\s$|\n/
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_/
const HALF_SIGNS = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** XML 文字: markup escaped; characters that XML cannot hold as `_x0001_`, as workbooks write them; half a sign becomes the replacement character. */
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
