import { strFromU8 } from 'fflate'
import { attributeOf, decodeCellText } from '../../xlsx/xmlText.ts'
import { xmlScanner } from '../../xlsx/xmlScanner.ts'

/** How characters look: what a run, a style or the document says; undefined where it says nothing. */
export interface Look {
  readonly font?: string | undefined
  /** In half points. */
  readonly size?: number | undefined
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly color?: string | undefined
}

/** A paragraph as it looks. */
export interface PaperParagraph {
  readonly nth: number
  readonly text: string
  readonly inTable: boolean
  /** The row of a table, counted through the file; what floats is apart from the text. */
  readonly row?:
    | {
        readonly nth: number
        /** The cell, counted through the file. */
        readonly cell: number
        readonly width: number
        readonly isHead: boolean
        readonly floats: boolean
      }
    | undefined
  /** Whether it stands on the page of what follows. */
  readonly keepNext: boolean
  readonly align: string
  /** First-line indent in characters, of a hanging one from the margin; 0 without one. */
  readonly indent: number
  readonly line?: { readonly twips: number; readonly exact: boolean } | undefined
  /** Space above, in twips. */
  readonly before: number
  readonly runs: readonly { readonly text: string; readonly look: Look }[]
}

/** The page of a section, in twips. */
interface PaperPage {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly grid?: { readonly pitch: number; readonly space: number } | undefined
}

/** A Word file as far as its style is checked. */
export interface Paper {
  readonly paragraphs: readonly PaperParagraph[]
  readonly pages: readonly PaperPage[]
  /** Footers: their text with fields, and how they look. */
  readonly footers: readonly { readonly hasNumber: boolean; readonly text: string; readonly look: Look }[]
  readonly oddAndEven: boolean
}

interface Node {
  readonly name: string
  readonly attributes: string
  readonly nodes: Node[]
  text: string
}

/** Reads the parts of a .docx. */
export function readPaper(parts: Readonly<Record<string, Uint8Array>>): Paper {
  const treeOf = (part: string): Node | undefined => parts[part] && parseTree(strFromU8(parts[part]))
  const styles = readStyles(treeOf('word/styles.xml'), treeOf('word/numbering.xml'))
  const body = find(treeOf('word/document.xml'), 'body')
  const paragraphs = body === undefined ? [] : readParagraphs(body, styles)
  const footers = Object.keys(parts)
    .filter(part => /^word\/footer\d*\.xml$/.test(part))
    .map(part => {
      const tree = treeOf(part)!
      const lines = all(tree, 'p')
      const numbered = lines.find(isNumbered)
      const text = all(tree, 't').map(node => node.text)
      return {
        hasNumber: numbered !== undefined,
        text: text.join(''),
        look:
          numbered === undefined
            ? styles.base
            : (readParagraph(numbered, 0, undefined, styles).runs[0]?.look ?? styles.base),
      }
    })
  const settings = treeOf('word/settings.xml')
  return {
    paragraphs,
    pages: body === undefined ? [] : all(body, 'sectPr').flatMap(readPage),
    footers,
    oddAndEven: isOn(find(settings, 'evenAndOddHeaders')) === true,
  }
}

/** Whether a paragraph shows the page number. */
function isNumbered(line: Node): boolean {
  const instructions = [...all(line, 'instrText'), ...all(line, 'fldSimple')]
  return instructions.some(node => /\bPAGE\b/.test(node.text + node.attributes))
}

/** No paper has more levels of elements; what lies deeper is left out, since those who read the tree go down level by level. */
const DEEPEST = 300

function parseTree(text: string): Node {
  const root: Node = { name: '', attributes: '', nodes: [], text: '' }
  const stack = [root]
  const scanner = xmlScanner({
    open(name, attributes) {
      const node: Node = { name, attributes, nodes: [], text: '' }
      if (stack.length < DEEPEST) stack.at(-1)!.nodes.push(node)
      stack.push(node)
    },
    close: () => void stack.pop(),
    text: raw => void (stack.at(-1)!.text += decodeCellText(raw)),
  })
  scanner.feed(text)
  scanner.end()
  return root
}

function find(node: Node | undefined, name: string): Node | undefined {
  if (node === undefined) return undefined
  for (const child of node.nodes) {
    const found = child.name === name ? child : child.name === 'p' ? undefined : find(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.nodes.find(one => one.name === name)
}

function all(node: Node, name: string): readonly Node[] {
  return node.nodes.flatMap(one => (one.name === name ? [one] : all(one, name)))
}

function valueOf(node: Node | undefined, name = 'val'): string | undefined {
  return node === undefined ? undefined : attributeOf(node.attributes, name)
}

function numberOf(node: Node | undefined, name: string): number | undefined {
  const value = Number(valueOf(node, name))
  return Number.isNaN(value) ? undefined : value
}

function isOn(node: Node | undefined): boolean | undefined {
  return node === undefined ? undefined : !['0', 'false', 'none', 'off'].includes(valueOf(node) ?? '')
}

function lookOf(properties: Node | undefined): Look {
  const look: Look = {
    font: valueOf(child(properties, 'rFonts'), 'eastAsia'),
    size: numberOf(child(properties, 'sz'), 'val'),
    bold: isOn(child(properties, 'b')),
    italic: isOn(child(properties, 'i')),
    underline: isOn(child(properties, 'u')),
    color: valueOf(child(properties, 'color')),
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

interface Lines {
  readonly align?: string | undefined
  readonly indent?: number | undefined
  readonly line?: PaperParagraph['line']
  readonly before?: number | undefined
  readonly keepNext?: boolean | undefined
}

function linesOf(properties: Node | undefined): Lines {
  const [indent, spacing] = [child(properties, 'ind'), child(properties, 'spacing')]
  const [chars, twips] = [numberOf(indent, 'firstLineChars'), numberOf(indent, 'firstLine')]
  const [left = 0, hanging] = [
    numberOf(indent, 'left') ?? numberOf(indent, 'start'),
    numberOf(indent, 'hanging'),
  ]
  const line = numberOf(spacing, 'line')
  const lines: Lines = {
    align: valueOf(child(properties, 'jc')),
    indent:
      chars !== undefined
        ? chars / 100
        : twips !== undefined
          ? twips / 320
          : hanging && (left - hanging) / 320,
    before: numberOf(spacing, 'before'),
    keepNext: isOn(child(properties, 'keepNext')),
    line: line === undefined ? undefined : { twips: line, exact: valueOf(spacing, 'lineRule') === 'exact' },
  }
  return Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== undefined))
}

interface Styles {
  readonly base: Look
  of(id: string | undefined): Look & Lines
  /** How the level of a list that Word made lays its paragraphs out. */
  listed(numbering: Node | undefined): Lines
}

function readStyles(tree: Node | undefined, lists: Node | undefined): Styles {
  const [numbers, abstracts] = ['num', 'abstractNum'].map(name =>
    lists === undefined ? [] : all(lists, name),
  )
  const rows = tree === undefined ? [] : all(tree, 'style')
  const byId = new Map(rows.map(row => [valueOf(row, 'styleId') ?? '', row]))
  const start = lookOf(find(find(tree, 'rPrDefault'), 'rPr'))
  const normal = rows.find(row => valueOf(row, 'default') === '1' && valueOf(row, 'type') === 'paragraph')
  const own = (row: Node | undefined, depth = 0): Look & Lines => {
    if (row === undefined || depth > 20) return {}
    const below = own(byId.get(valueOf(child(row, 'basedOn')) ?? ''), depth + 1)
    return { ...below, ...lookOf(child(row, 'rPr')), ...linesOf(child(row, 'pPr')) }
  }
  const usual = normal ?? byId.get('Normal')
  return {
    base: { ...start, ...own(usual) },
    of: id => ({ ...start, ...own(byId.get(id ?? '') ?? usual) }),
    listed(numbering) {
      const [id, level = '0'] = ['numId', 'ilvl'].map(name => valueOf(child(numbering, name)))
      const abstract = valueOf(
        child(
          numbers!.find(one => valueOf(one, 'numId') === id),
          'abstractNumId',
        ),
      )
      const list = abstracts!.find(one => valueOf(one, 'abstractNumId') === abstract)
      const at = list?.nodes.find(one => one.name === 'lvl' && valueOf(one, 'ilvl') === level)
      return id === undefined ? {} : linesOf(child(at, 'pPr'))
    },
  }
}

function readParagraphs(body: Node, styles: Styles): readonly PaperParagraph[] {
  const found: PaperParagraph[] = []
  let [rows, cells] = [0, 0]
  const walk = (node: Node, row: PaperParagraph['row'], floats: boolean): void => {
    for (const one of node.nodes) {
      if (one.name === 'p') found.push(readParagraph(one, found.length + 1, row, styles))
      else if (one.name === 'tr') {
        const isHead = isOn(child(child(one, 'trPr'), 'tblHeader')) === true
        walk(one, { nth: ++rows, cell: 0, width: 0, isHead, floats }, floats)
      } else if (one.name === 'tc' && row !== undefined) {
        const width = numberOf(find(child(one, 'tcPr'), 'tcW'), 'w') ?? 0
        walk(one, { ...row, cell: ++cells, width }, floats)
      } else walk(one, row, floats || child(child(one, 'tblPr'), 'tblpPr') !== undefined)
    }
  }
  walk(body, undefined, false)
  return found
}

function readParagraph(node: Node, nth: number, row: PaperParagraph['row'], styles: Styles): PaperParagraph {
  const properties = child(node, 'pPr')
  const style = styles.of(valueOf(child(properties, 'pStyle')))
  const {
    align = 'both',
    indent = 0,
    line,
    before = 0,
    keepNext = false,
  } = {
    ...style,
    ...styles.listed(child(properties, 'numPr')),
    ...linesOf(properties),
  }
  const runs = all(node, 'r').map(run => ({
    text: run.nodes.map(part => (part.name === 't' ? part.text : (BLANKS[part.name] ?? ''))).join(''),
    look: { ...style, ...lookOf(child(run, 'rPr')) },
  }))
  const text = runs.map(run => run.text).join('')
  return { nth, text, inTable: row !== undefined, row, keepNext, align, indent, line, before, runs }
}

/** What a tab and a line break are in a text. */
const BLANKS: Readonly<Record<string, string>> = { tab: '\t', br: '\n' }

function readPage(section: Node): readonly PaperPage[] {
  const [size, margin, grid] = ['pgSz', 'pgMar', 'docGrid'].map(name => child(section, name))
  if (size === undefined || margin === undefined) return []
  const [width = 0, height = 0] = [numberOf(size, 'w'), numberOf(size, 'h')]
  const [top = 0, bottom = 0, left = 0, right = 0] = ['top', 'bottom', 'left', 'right'].map(side =>
    numberOf(margin, side),
  )
  const pitch = numberOf(grid, 'linePitch')
  const isGrid = grid !== undefined && valueOf(grid, 'type')?.startsWith('lines') === true
  return [
    {
      width,
      height,
      top,
      bottom,
      left,
      right,
      grid: isGrid && pitch !== undefined ? { pitch, space: numberOf(grid, 'charSpace') ?? 0 } : undefined,
    },
  ]
}
