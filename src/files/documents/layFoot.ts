import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import { TEXT_LEFT, TEXT_WIDTH } from '../word/officialPage.ts'
import { mark } from './layHead.ts'

/** 四号, the size of the imprint. */
const SIZE = 28
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** 0.35 mm and 0.25 mm, in eighths of a point. */
const [THICK, THIN] = [8, 6].map(size => ({ style: BorderStyle.SINGLE, size, color: '000000' })) as [
  { style: 'single'; size: number; color: string },
  { style: 'single'; size: number; color: string },
]

/** A line without height. */
const NO_LINE = { line: 20, lineRule: LineRuleType.EXACT }

/** Lays out the attachments note, the signature and the imprint (版记) of a template, which stands at the bottom of the last even page; a letter between bodies ends with its copies alone, without lines. (GB/T 9704 7.3.4, 7.3.5, 7.4, 10.1) */
export function layFoot({ between }: { readonly between: boolean }): readonly FileChild[] {
  // Names after the first begin below it, behind “附件：”.
  const names = {
    alignment: AlignmentType.LEFT,
    indent: { left: 1600, hanging: 960 },
    keepNext: true,
  }
  return [
    mark('{#附件说明}'),
    new Paragraph({ keepNext: true }),
    new Paragraph({ ...names, children: [new TextRun('附件：{附件说明}')] }),
    mark('{/附件说明}'),
    ...layClosing(),
    ...(between ? layCopies() : layImprint()),
    // The imprint floats beside it; a whole line of its own would begin another page.
    new Paragraph({ spacing: NO_LINE }),
  ]
}

function layCopies(): readonly FileChild[] {
  return [mark('{#抄送机关}'), imprint([COPIES], NONE, NONE), mark('{/抄送机关}')]
}

function layImprint(): readonly FileChild[] {
  const issued = '{印发机关}\t{印发日期}印发'
  return [
    mark('{#版记另页}'),
    // A break in a line of its own would take a page more where a page is full.
    new Paragraph({ pageBreakBefore: true, spacing: NO_LINE }),
    mark('{/版记另页}'),
    mark('{#抄送机关}'),
    imprint([COPIES, issued], THICK, THIN),
    mark('{/抄送机关}'),
    mark('{^抄送机关}'),
    imprint([issued], THICK, THIN),
    mark('{/抄送机关}'),
  ]
}

/** Lays out the signature and the date at the end of a text. (GB/T 9704 7.3.5) */
export function layClosing(): readonly FileChild[] {
  return [
    new Paragraph({ keepNext: true }),
    mark('{#发文机关}'),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: 640 },
      keepNext: true,
      children: [new TextRun('{名称}')],
    }),
    mark('{/发文机关}'),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: 1280 },
      children: [new TextRun('{成文日期}')],
    }),
  ]
}

const COPIES = '抄送：{抄送机关}。'

type Line = typeof NONE | typeof THICK

function imprint(lines: readonly string[], outer: Line, inner: Line): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    borders: {
      top: outer,
      bottom: outer,
      left: NONE,
      right: NONE,
      insideHorizontal: inner,
      insideVertical: NONE,
    },
    // From the edge of the page: a table as wide as the text LibreOffice floats only so.
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: TEXT_LEFT,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: lines.map(line),
  })
}

function line(text: string): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        margins: { left: 0, right: 0, top: 40, bottom: 40 },
        children: [
          new Paragraph({
            indent: { left: 280, right: 280 },
            tabStops: [{ type: 'right', position: TEXT_WIDTH - 560 }],
            alignment: AlignmentType.LEFT,
            children: text
              .split('\t')
              .map(
                (part, at) => new TextRun({ children: at === 0 ? [part] : [new Tab(), part], size: SIZE }),
              ),
          }),
        ],
      }),
    ],
  })
}
