import { AlignmentType, DocumentGridType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx'
import type { IParagraphStyleOptions, ISectionPropertiesOptions } from 'docx'

/** Fonts of official papers. Offices have them, servers mostly do not: a document names them and embeds none. */
const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  number: '宋体',
} as const

/** Sizes in half points: 二号, 三号, 四号, 小四. */
const SIZES = { title: 44, body: 32, number: 28, table: 24 } as const

/** The width of the text block (版心), 156 mm, in twips. */
export const TEXT_WIDTH = 8844

/** The text block from the left edge of the page, 28 mm, in twips. */
export const TEXT_LEFT = 1588

/**
 * A quarter of a point off 16 pt leaves room for 28 characters in a line of 156 mm, in twips. The character grid of
 * Word would do so, too; LibreOffice gives a character two cells of it where its font is a hair wider than one.
 */
const CLOSER = -5

/** Page of GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 28 characters, page number 7 mm below the text. */
export const officialPage: ISectionPropertiesOptions = {
  page: {
    size: { width: 11906, height: 16838 },
    margin: { top: 2098, right: 1474, bottom: 1984, left: TEXT_LEFT, header: 851, footer: 1307, gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES, linePitch: 579 },
}

/** A font named in all four slots, so that Word takes it for digits and Latin letters, too. */
export function fontOf(name: keyof typeof FONTS) {
  const font = FONTS[name]
  return { ascii: font, hAnsi: font, eastAsia: font, cs: font }
}

const indent = { firstLine: 640, firstLineChars: 200 }

/** Paragraph styles of official papers. Normal is 三号, 28 characters to a line. */
export const officialStyles: IParagraphStyleOptions[] = [
  {
    id: 'Normal',
    name: 'Normal',
    quickFormat: true,
    run: { font: fontOf('body'), size: SIZES.body, characterSpacing: CLOSER },
    paragraph: { alignment: AlignmentType.BOTH, spacing: { before: 0, after: 0 } },
  },
  styleOf('OfficialTitle', '公文标题', {
    run: { font: fontOf('title'), size: SIZES.title, snapToGrid: false },
    // A line of 22 pt would take two rows of the grid.
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { line: 680, lineRule: LineRuleType.EXACT },
      keepNext: true,
    },
  }),
  styleOf('OfficialMark', '公文红头', {
    run: { font: fontOf('title'), snapToGrid: false },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0 } },
  }),
  styleOf('OfficialBody', '公文正文', { paragraph: { indent } }),
  styleOf('OfficialHeading1', '公文一级标题', {
    run: { font: fontOf('first') },
    paragraph: { indent, keepNext: true, outlineLevel: 0 },
  }),
  styleOf('OfficialHeading2', '公文二级标题', {
    run: { font: fontOf('second') },
    paragraph: { indent, keepNext: true, outlineLevel: 1 },
  }),
  styleOf('OfficialHeading3', '公文三级标题', { paragraph: { indent, keepNext: true, outlineLevel: 2 } }),
  styleOf('OfficialTable', '公文表格', {
    run: { size: SIZES.table, snapToGrid: false },
    paragraph: { alignment: AlignmentType.LEFT, spacing: { line: 360, lineRule: LineRuleType.EXACT } },
  }),
]

function styleOf(id: string, name: string, look: Partial<IParagraphStyleOptions>): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look }
}

/** Creates the page number: 四号 Arabic between dashes, one character in from the outer edge of odd and of even pages. */
export function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const isOdd = side === 'odd'
  const run = { font: fontOf('number'), size: SIZES.number }
  return new Footer({
    children: [
      new Paragraph({
        alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: isOdd ? { right: SIZES.number * 10 } : { left: SIZES.number * 10 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

const OFF_GRID = '<w:snapToGrid w:val="0"/>'
const CLOSE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

/** Takes the lines of titles, marks and tables off the grid, and the space around figures out of narrow cells, for which the library has no word: programs do not agree whether the grid reaches there, and so on where a page ends. */
export function takeOffGrid(styles: string): string {
  return styles.replaceAll(
    /(w:styleId="Official(Title|Mark|Table)"[^]*?<w:pPr>[^]*?)(?=<w:spacing)/g,
    (_, before: string, name: string) => `${before}${name === 'Table' ? CLOSE : ''}${OFF_GRID}`,
  )
}
