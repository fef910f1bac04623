const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Returns an attribute of a tag from the raw attribute text, decoded; `undefined` when absent. The name is given without a prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1)
    if (before > 32 && before !== COLON) continue
    let equals = at + name.length
    while (attributes.charCodeAt(equals) <= 32) equals++
    if (attributes.charCodeAt(equals) !== EQUALS) continue
    let open = equals + 1
    while (attributes.charCodeAt(open) <= 32) open++
    const close = attributes.indexOf(attributes.charAt(open), open + 1)
    return close < 0 ? undefined : decodeXml(attributes.slice(open + 1, close))
  }
  return undefined
}

/** Decodes character entities. An unknown entity is left unchanged. */
export function decodeXml(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,8}));/g,
    (all: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}

/** Decodes the text of a cell: entities, and the `_x000D_` escapes of workbooks. */
export function decodeCellText(raw: string): string {
  const text = decodeXml(raw)
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Returns a detached copy, because a slice would keep the whole piece of the file in memory. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

const COLON = 58
const EQUALS = 61
