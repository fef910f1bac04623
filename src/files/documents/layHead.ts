import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import { fontOf, TEXT_WIDTH } from '../word/officialPage.ts'

const RED = 'FF0000'

/** 35 mm from the upper edge of the text block to the mark of the issuing body. */
const ABOVE_MARK = 1984

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** Makes a paragraph that only carries a mark of the template, such as the begin of a condition. */
export function mark(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(text)] })
}

/** Lays out the red head (套红) of a template: issuing bodies, number, for an upward document who signs it, and the red line. (GB/T 9704 7.2) */
export function layHead({ upward }: { readonly upward: boolean }): readonly FileChild[] {
  return [
    mark('{#联合行文}'),
    new Paragraph({
      style: 'OfficialMark',
      spacing: { before: ABOVE_MARK, line: 20, lineRule: LineRuleType.EXACT },
    }),
    jointMark(),
    mark('{/联合行文}'),
    mark('{^联合行文}'),
    mark('{#机关名称较长}'),
    body('{发文机关标志}', 48, ABOVE_MARK),
    mark('{/机关名称较长}'),
    mark('{^机关名称较长}'),
    body('{发文机关标志}', 72, ABOVE_MARK),
    mark('{/机关名称较长}'),
    mark('{/联合行文}'),
    new Paragraph({}),
    new Paragraph({}),
    numberLine(upward),
    new Paragraph({}),
    new Paragraph({}),
  ]
}

/** Lines of a letter between bodies are 170 mm long, in the middle of the page. */
const LETTER_LINE = { width: 9638, x: 1134 } as const

/** Lays out the head of a letter between bodies (信函格式): the body that issues it, without 文件, 30 mm from the edge of the page; red double lines below it and 20 mm from the foot of the page; the number at the right. (GB/T 9704 10.1) */
export function layLetterHead(): readonly FileChild[] {
  const name = (size: number) =>
    onPage(1701, 'bottom', BorderStyle.THICK_THIN_SMALL_GAP, [
      new TextRun({ text: '{发文机关标志}', font: fontOf('title'), size, color: RED, snapToGrid: false }),
    ])
  return [
    mark('{#机关名称较长}'),
    name(52),
    mark('{/机关名称较长}'),
    mark('{^机关名称较长}'),
    name(72),
    mark('{/机关名称较长}'),
    onPage(15704, 'top', BorderStyle.THIN_THICK_SMALL_GAP, []),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun('{发文字号}')] }),
    new Paragraph({}),
    new Paragraph({}),
  ]
}

/** A paragraph with a red double line, set at a height of the page; the text stands below it. */
function onPage(
  y: number,
  side: 'top' | 'bottom',
  style: (typeof BorderStyle)[keyof typeof BorderStyle],
  children: readonly TextRun[],
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    frame: {
      type: 'absolute',
      // LibreOffice begins no table on a page whose foot holds a frame to pass around.
      wrap: children.length === 0 ? FrameWrap.THROUGH : FrameWrap.AROUND,
      position: { x: LETTER_LINE.x, y },
      width: LETTER_LINE.width,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      space: { horizontal: 0, vertical: 200 },
    },
    spacing: children.length === 0 ? { line: 20, lineRule: LineRuleType.EXACT } : {},
    border: { [side]: { style, size: 24, color: RED, space: children.length === 0 ? 1 : 11 } },
    children: [...children],
  })
}

/** Lays out the number of a record, which has no red head: by itself at the right, above the title. */
export function layRecordNumber(): readonly FileChild[] {
  return [
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun('{发文字号}')] }),
    new Paragraph({}),
  ]
}

function body(text: string, size: number, before = 0): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, line: size * 12, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, font: fontOf('title'), size, color: RED, snapToGrid: false })],
  })
}

/** Off the grid, one and a half times its size high: programs do not agree whether the grid reaches into tables. */
function jointBody(text: string, size: number): Paragraph {
  return new Paragraph({
    style: 'OfficialMark',
    spacing: { line: size * 15, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text, size, color: RED })],
  })
}

/** The bodies of a joint issue one above another, 文件 beside them in the middle. */
function jointMark(): Table {
  const widths = [TEXT_WIDTH - 1800, 1800]
  const cell = (width: number, children: readonly Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      borders: NO_BORDERS,
      children: [...children],
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        children: [
          cell(widths[0]!, [mark('{#发文机关}'), jointBody('{名称}', 44), mark('{/发文机关}')]),
          cell(widths[1]!, [jointBody('文件', 64)]),
        ],
      }),
    ],
  })
}

/** The number, and 4 mm below it the red line over the width of the text. */
function numberLine(upward: boolean): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 }
  if (!upward)
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: line },
      children: [new TextRun('{发文字号}')],
    })
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    // An indent would shorten the red line.
    tabStops: [
      { type: 'left', position: 320 },
      { type: 'right', position: TEXT_WIDTH - 320 },
    ],
    border: { bottom: line },
    children: [
      new TextRun({ children: [new Tab(), '{发文字号}', new Tab(), '签发人：'] }),
      new TextRun({ text: '{签发人}', font: fontOf('second') }),
    ],
  })
}
