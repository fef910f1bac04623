import type { SheetStyle } from '../xlsx/sheetPlan.ts'
import type { CellKind } from './factsColumn.ts'

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const

/** 表头样式: locked; a required column darker than the others. */
export function headingStyle(required: boolean): SheetStyle {
  return {
    font: { name: '宋体', size: 11, bold: true, color: { rgb: required ? 'FFFFFF' : '1F3864' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: required ? '2F5597' : 'D9E2F3' } },
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    protection: { locked: true },
  }
}

/** 填写格样式: open for input; texts are kept as texts, so that 001 stays 001 and 2018-09 does not turn into a date. */
export function inputStyle(kind: CellKind): SheetStyle {
  const numFmt =
    kind === 'count' || kind === 'decimal' || kind === 'year'
      ? 'General'
      : kind === 'day'
        ? 'yyyy-mm-dd'
        : undefined
  return {
    font: { name: '宋体', size: 11 },
    alignment: { vertical: 'center' },
    protection: { locked: false },
    ...(kind === 'percentable' ? {} : { numFmt: numFmt ?? '@' }),
  }
}

/** 说明文字样式. */
export const guideStyles = {
  title: { font: { name: '黑体', size: 16, bold: true } },
  label: {
    font: { name: '宋体', size: 11, bold: true },
    border: BORDER,
    alignment: { vertical: 'top', wrapText: true },
  },
  text: { font: { name: '宋体', size: 11 }, border: BORDER, alignment: { vertical: 'top', wrapText: true } },
  plain: { font: { name: '宋体', size: 11 } },
} as const satisfies Readonly<Record<string, SheetStyle>>
