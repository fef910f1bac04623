import { spellNumber } from './spellNumber.ts'

interface ListLevel {
  readonly start: number
  readonly format: string
  readonly text: string
}

interface NumberedList {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly overrides: ReadonlyMap<number, number>
}

/** The parts of a .docx that say how its paragraphs are numbered. */
interface NumberingParts {
  readonly document: string
  readonly numbering?: string
  readonly styles?: string
}

/** Writes the numbers that Word would show (一、（一）1.) into the text of their paragraphs, since they stand nowhere in it. Returns the document and how many were written. */
export function spellNumbering(parts: NumberingParts): { readonly document: string; readonly count: number } {
  const plain = parts.document.replaceAll(/<w:pPrChange\b[^]*?<\/w:pPrChange>/g, '')
  if (parts.numbering === undefined) return { document: plain, count: 0 }
  const lists = listsOf(parts.numbering)
  const byStyle = styleNumbers(parts.styles ?? '')
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  let count = 0
  const document = plain.replaceAll(/<w:pPr>([^]*?)<\/w:pPr>/g, (whole, properties: string) => {
    const style = byStyle.get(valueOf(properties, 'pStyle') ?? '')
    const id = valueOf(properties, 'numId') ?? style?.id
    const list = id === undefined ? undefined : lists.get(id)
    if (id === undefined || list === undefined) return whole
    const level = Number(valueOf(properties, 'ilvl') ?? style?.level ?? 0)
    const counter = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counter)
    const override = begun.has(`${id} ${level}`) ? undefined : list.overrides.get(level)
    begun.add(`${id} ${level}`)
    if (override !== undefined) counter[level] = override
    else counter[level] = (counter[level] ?? (list.levels.get(level)?.start ?? 1) - 1) + 1
    counter.length = level + 1
    const text = labelOf(list, level, counter)
    if (text === '') return whole
    count++
    return `${whole}<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  })
  return { document, count }
}

/** Writes the label of a level, `%1.%2` with the numbers of its levels; attribute text is text of XML as it stands. */
function labelOf(list: NumberedList, level: number, counter: readonly number[]): string {
  const { text = '', format } = list.levels.get(level) ?? {}
  if (format === 'bullet' || format === 'none') return ''
  return text.replaceAll(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const of = list.levels.get(at)
    return spellNumber(counter[at] ?? of?.start ?? 1, of?.format ?? 'decimal')
  })
}

function listsOf(numbering: string): ReadonlyMap<string, NumberedList> {
  const abstracts = new Map<string, ReadonlyMap<number, ListLevel>>()
  for (const [, id, inside] of numbering.matchAll(
    /<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"[^>]*>([^]*?)<\/w:abstractNum>/g,
  ))
    abstracts.set(id!, levelsOf(inside!))
  const lists = new Map<string, NumberedList>()
  for (const [, id, inside] of numbering.matchAll(/<w:num\b[^>]*w:numId="(\d+)"[^>]*>([^]*?)<\/w:num>/g)) {
    const abstract = valueOf(inside!, 'abstractNumId') ?? ''
    const overrides = new Map<number, number>()
    for (const [, level, override] of inside!.matchAll(
      /<w:lvlOverride\b[^>]*w:ilvl="(\d)"[^>]*>([^]*?)<\/w:lvlOverride>/g,
    )) {
      const start = valueOf(override!, 'startOverride')
      if (start !== undefined) overrides.set(Number(level), Number(start))
    }
    lists.set(id!, { abstract, levels: abstracts.get(abstract) ?? new Map(), overrides })
  }
  return lists
}

function levelsOf(abstract: string): ReadonlyMap<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const [, level, inside] of abstract.matchAll(/<w:lvl\b[^>]*w:ilvl="(\d)"[^>]*>([^]*?)<\/w:lvl>/g))
    levels.set(Number(level), {
      start: Number(valueOf(inside!, 'start') ?? 1),
      format: valueOf(inside!, 'numFmt') ?? 'decimal',
      text: valueOf(inside!, 'lvlText') ?? '',
    })
  return levels
}

/** Reads the numbering that paragraph styles bring along, also from the styles that they are based on. */
function styleNumbers(
  styles: string,
): ReadonlyMap<string, { readonly id: string | undefined; readonly level: string | undefined }> {
  const inside = new Map<string, string>()
  for (const [, id, text] of styles.matchAll(/<w:style\b[^>]*w:styleId="([^"]*)"[^>]*>([^]*?)<\/w:style>/g))
    inside.set(id!, text!)
  const found = new Map<string, { id: string | undefined; level: string | undefined }>()
  for (const style of inside.keys()) {
    let text = inside.get(style)
    for (let steps = 0; text !== undefined && steps < 12; steps++) {
      const id = valueOf(text, 'numId')
      if (id !== undefined) {
        found.set(style, { id, level: valueOf(text, 'ilvl') })
        break
      }
      text = inside.get(valueOf(text, 'basedOn') ?? '')
    }
  }
  return found
}

function valueOf(xml: string, name: string): string | undefined {
  return new RegExp(`<w:${name}\\b[^>]*w:val="([^"]*)"`).exec(xml)?.[1]
}
