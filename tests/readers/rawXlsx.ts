import { strToU8, zipSync, type Zippable } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A workbook written by hand, for what no library would write: the XML of each sheet by name, and any part put in place of ours. */
export interface RawWorkbook {
  readonly sheets: Readonly<Record<string, string>>
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>
  readonly stored?: boolean
}

/** The parts of the archive as text, before they are zipped. */
export function rawParts({ sheets, parts = {} }: RawWorkbook): Record<string, string | Uint8Array> {
  const names = Object.keys(sheets)
  const all: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at): [string, string, string] => [
        `rId${at + 1}`,
        'worksheet',
        `worksheets/sheet${at + 1}.xml`,
      ]),
      ['rId90', 'styles', 'styles.xml'],
      ['rId91', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheets[name]!])),
    ...parts,
  }
  return Object.fromEntries(
    Object.entries(all).filter((part): part is [string, string | Uint8Array] => part[1] !== undefined),
  )
}

/** The archive of a workbook written by hand. */
export function rawXlsx(workbook: RawWorkbook): Uint8Array {
  const zipped: Zippable = {}
  for (const [path, content] of Object.entries(rawParts(workbook))) {
    zipped[path] = [
      typeof content === 'string' ? strToU8(content) : (content as Uint8Array<ArrayBuffer>),
      { level: workbook.stored ? 0 : 6 },
    ]
  }
  return zipSync(zipped, { mtime: '1980-01-01 00:00:00' })
}

/** A sheet whose rows are given as XML; `head` stands before the rows (columns), `tail` after them (merged ranges). */
export function rawSheet(rows: string, tail = '', head = ''): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:C9"/>${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`
}

/** A row of inline texts; a cell that begins with `<` is taken as XML. */
export function rawRow(row: number, cells: readonly string[]): string {
  const written = cells.map((cell, at) =>
    cell.startsWith('<')
      ? cell
      : `<c r="${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at]}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`,
  )
  return `<row r="${row}">${written.join('')}</row>`
}

/** Style 1 is a date, 2 a percentage, 3 a date of the Chinese editions, 4 a date by code, 5 text, 6 a number with a literal. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="49"/><xf numFmtId="171"/></cellXfs></styleSheet>`

function relations(list: readonly (readonly [string, string, string])[]): string {
  const written = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${written.join('')}</Relationships>`
}
