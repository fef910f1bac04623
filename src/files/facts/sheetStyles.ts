import type { SheetStyle } from '../xlsx/sheetPlan.ts'
import type { CellKind } from './factsColumn.ts'

/** Returns the heading style: locked; required columns are darker. */
export function headingStyle(required: boolean): SheetStyle {
  const colours = required ? { colour: 'FFFFFF', fill: '2F5597' } : { colour: '1F3864', fill: 'D9E2F3' }
  return { ...colours, bold: true, border: true, across: 'center', wrap: true }
}

/** Returns the style of input cells: unlocked; texts stay texts, so that 001 stays 001 and 2018-09 does not become a date. */
export function inputStyle(kind: CellKind): SheetStyle {
  if (kind === 'percentable') return { open: true }
  const isNumber = kind === 'count' || kind === 'decimal' || kind === 'year'
  return { open: true, format: isNumber ? 'General' : kind === 'day' ? 'yyyy-mm-dd' : '@' }
}

/** Styles of the guide text. */
export const guideStyles = {
  title: { font: '黑体', size: 16, bold: true },
  label: { bold: true, border: true, down: 'top', wrap: true },
  text: { border: true, down: 'top', wrap: true },
} as const satisfies Readonly<Record<string, SheetStyle>>
