import type { SheetSetup } from '../sheetPlan.ts'
import { escapeText } from './cellXml.ts'
import { type PackedPart, packPart } from './packedPart.ts'
import { notesXml } from './sheetNotes.ts'
import { openSheetStream, type SheetStream } from './sheetStream.ts'
import { createStyleBook, type StyleBook } from './styleBook.ts'
import { zipParts } from './zipParts.ts'

/** A workbook being written: several sheets may be open at once, and are ordered as planned. */
export interface WorkbookStream {
  readonly styles: StyleBook
  readonly open: (setup: SheetSetup) => SheetStream
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>
}

/** Opens a workbook for writing row by row, so that its size is not limited by memory for cells. The same rows give the same bytes; `madeOn` is the day in its properties. */
export function openWorkbookStream({
  title,
  madeOn,
  fontSize = 10,
}: {
  readonly title: string
  readonly madeOn: string
  readonly fontSize?: number
}): WorkbookStream {
  const styles = createStyleBook('宋体', fontSize)
  const sheets: SheetStream[] = []
  return {
    styles,
    open: setup => {
      const sheet = openSheetStream(sheetPart(sheets.length + 1), setup, styles)
      sheets.push(sheet)
      return sheet
    },
    finish: async () => {
      const ordered = sheets.toSorted((one, other) => (one.setup.order ?? 0) - (other.setup.order ?? 0))
      const closed = []
      for (const sheet of ordered) closed.push(await sheet.close())
      const parts: PackedPart[] = []
      for (const [name, text] of commonParts(title, madeOn, ordered, closed, styles))
        parts.push(await packPart(name, text))
      for (const [at, { part, notes }] of closed.entries()) {
        parts.push({ ...part, name: sheetPart(at + 1) })
        if (notes.length === 0) continue
        const { comments, drawing } = notesXml(notes, '衡评')
        parts.push(await packPart(`xl/comments${at + 1}.xml`, comments))
        parts.push(await packPart(`xl/drawings/vmlDrawing${at + 1}.vml`, drawing))
        parts.push(await packPart(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, noteRelations(at + 1)))
      }
      return zipParts(parts)
    },
  }
}

function sheetPart(number: number): string {
  return `xl/worksheets/sheet${number}.xml`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function* commonParts(
  title: string,
  madeOn: string,
  sheets: readonly SheetStream[],
  closed: readonly { readonly filter?: string; readonly notes: readonly unknown[] }[],
  styles: StyleBook,
): Generator<readonly [string, string]> {
  yield ['[Content_Types].xml', contentTypes(closed.map(({ notes }) => notes.length > 0))]
  yield ['_rels/.rels', packageRelations()]
  yield ['docProps/core.xml', coreProperties(title, madeOn)]
  yield [
    'docProps/app.xml',
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>衡评</Application></Properties>`,
  ]
  yield ['xl/workbook.xml', workbookXml(sheets, closed)]
  yield ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)]
  yield ['xl/styles.xml', styles.xml()]
}

function contentTypes(noted: readonly boolean[]): string {
  const sheets = noted.map((hasNotes, at) => {
    const notes = hasNotes
      ? `<Override PartName="/xl/comments${at + 1}.xml" ContentType="${SHEET_ML}.comments+xml"/>`
      : ''
    return `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>${notes}`
  })
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${sheets.join('')}</Types>`
  )
}

function packageRelations(): string {
  return relations([
    [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${OFFICE}/extended-properties`, 'docProps/app.xml'],
  ])
}

function workbookRelations(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, at): [string, string] => [
    `${OFFICE}/worksheet`,
    `worksheets/sheet${at + 1}.xml`,
  ])
  return relations([...parts, [`${OFFICE}/styles`, 'styles.xml']])
}

function noteRelations(number: number): string {
  return relations([
    [`${OFFICE}/vmlDrawing`, `../drawings/vmlDrawing${number}.vml`],
    [`${OFFICE}/comments`, `../comments${number}.xml`],
  ])
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

function coreProperties(title: string, madeOn: string): string {
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${madeOn}T00:00:00Z</dcterms:${name}>`
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>衡评</dc:creator>${time('created')}${time('modified')}</cp:coreProperties>`
  )
}

function workbookXml(
  sheets: readonly SheetStream[],
  closed: readonly { readonly filter?: string }[],
): string {
  const listed = sheets.map(
    ({ setup: { name, hidden } }, at) =>
      `<sheet name="${escapeText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  )
  const names = sheets.flatMap(({ setup }, at) => {
    const quoted = quoteSheet(setup.name)
    const filter = closed[at]!.filter
    return [
      ...(filter === undefined
        ? []
        : [definedName('_xlnm._FilterDatabase', at, `${quoted}!${absolute(filter)}`, ' hidden="1"')]),
      ...(setup.repeatedRows === undefined
        ? []
        : [
            definedName(
              '_xlnm.Print_Titles',
              at,
              `${quoted}!$${setup.repeatedRows[0]}:$${setup.repeatedRows[1]}`,
              '',
            ),
          ]),
    ]
  })
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>${defined}</workbook>`
}

function definedName(name: string, sheet: number, range: string, more: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}"${more}>${escapeText(range)}</definedName>`
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

/** Quotes a sheet name for a reference. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
