import type { SheetStyle } from '../sheetPlan.ts'
import { escapeText, listXml } from './cellXml.ts'

/** A style book: each distinct style has one id; 0 is the default style. */
export interface StyleBook {
  readonly id: (style: SheetStyle) => number
  readonly quoted: (id: number) => number
  /** returns the id of a conditional format's style. */
  readonly differential: (style: { readonly colour: string }) => number
  readonly xml: () => string
}

/** Creates a style book. The first two fills are required in every workbook. */
export function createStyleBook(font: string, size: number): StyleBook {
  const [fonts, fills, formats] = [createList(), createList(), createList()]
  const [cells, differentials] = [createList(), createList()]
  const known: SheetStyle[] = []
  fills.at('<fill><patternFill patternType="none"/></fill>')
  fills.at('<fill><patternFill patternType="gray125"/></fill>')
  const id = (style: SheetStyle): number => {
    const at = cells.at(
      cellFormat(
        style,
        fonts.at(fontXml(style, font, size)),
        fills.at(fillXml(style)),
        formatId(style, formats),
      ),
    )
    known[at] ??= style
    return at
  }
  id({})
  return {
    id,
    quoted: at => id({ ...known[at], quoted: true }),
    differential: ({ colour }) => differentials.at(`<dxf><font><color rgb="FF${colour}"/></font></dxf>`),
    xml: () =>
      `${HEAD}${listXml('numFmts', formats.items)}${listXml('fonts', fonts.items)}${listXml('fills', fills.items)}${BORDERS}` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${listXml('cellXfs', cells.items)}` +
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${listXml('dxfs', differentials.items)}</styleSheet>`,
  }
}

const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
const SIDE = 'style="thin"><color rgb="FFBFBFBF"/>'
const BORDERS =
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border><left ${SIDE}</left><right ${SIDE}</right><top ${SIDE}</top><bottom ${SIDE}</bottom><diagonal/></border></borders>`
const FIRST_FORMAT = 164

function fontXml({ bold, font, size, colour }: SheetStyle, plainName: string, plainSize: number): string {
  const tint = colour === undefined ? '' : `<color rgb="FF${colour}"/>`
  return `<font>${bold ? '<b/>' : ''}<sz val="${size ?? plainSize}"/>${tint}<name val="${escapeText(font ?? plainName)}"/><family val="2"/></font>`
}

function fillXml({ fill }: SheetStyle): string {
  if (fill === undefined) return '<fill><patternFill patternType="none"/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`
}

function formatId({ format }: SheetStyle, formats: List): number {
  if (format === undefined) return 0
  return (
    FIRST_FORMAT +
    formats.at(format, at => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${escapeText(format)}"/>`)
  )
}

function cellFormat(
  { border, across, down, wrap, indent, open, quoted }: SheetStyle,
  font: number,
  fill: number,
  format: number,
): string {
  const aligned = [
    across === undefined ? '' : ` horizontal="${across}"`,
    ` vertical="${down ?? 'center'}"`,
    wrap ? ' wrapText="1"' : '',
    indent ? ` indent="${indent}"` : '',
  ].join('')
  const applied =
    'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"'
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border ? 1 : 0}" xfId="0"`
  return `<xf ${ids}${quoted ? ' quotePrefix="1"' : ''} ${applied}><alignment${aligned}/>${open ? '<protection locked="0"/>' : ''}</xf>`
}

interface List {
  readonly items: string[]
  readonly at: (key: string, make?: (at: number) => string) => number
}

function createList(): List {
  const [items, places] = [[] as string[], new Map<string, number>()]
  return {
    items,
    at: (key, make = () => key) => {
      const known = places.get(key)
      if (known !== undefined) return known
      const at = items.length
      items.push(make(at))
      places.set(key, at)
      return at
    },
  }
}
