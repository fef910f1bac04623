import type { StyleBook } from '../../xlsx/stream/styleBook.ts'

/** The styles of the workbook, by id. White background, light grey headings, thin lines. */
export type WorkbookStyles = ReturnType<typeof workbookStyles>

/** Red for the last places (末位档). */
export const ACCENT = 'C00000'

/** Creates the styles; `decimals` is the number of decimals of scores (R20). */
export function workbookStyles(book: StyleBook, decimals: number) {
  const points = decimals === 0 ? '0' : `0.${'0'.repeat(Math.max(decimals, 2))}`
  const line = { border: true } as const
  const number = { ...line, across: 'right' } as const
  const indents = Array.from({ length: 12 }, (_, indent) =>
    book.id({
      ...line,
      across: 'left',
      indent,
      wrap: true,
      ...(indent === 0 ? { bold: true, fill: 'F2F2F2' } : {}),
    }),
  )
  return {
    title: book.id({ bold: true, size: 14 }),
    subtitle: book.id({ colour: '595959', wrap: false }),
    head: book.id({ ...line, bold: true, fill: 'F2F2F2', across: 'center', wrap: true }),
    label: book.id({ ...line, bold: true, fill: 'F2F2F2', across: 'left' }),
    parameter: book.id({ ...number, format: 'General', fill: 'FAFAFA', colour: '595959' }),
    parameterLabel: book.id({ ...line, across: 'right', fill: 'FAFAFA', colour: '595959' }),
    text: book.id({ ...line, across: 'left' }),
    wrapped: book.id({ ...line, across: 'left', wrap: true }),
    centred: book.id({ ...line, across: 'center' }),
    integer: book.id({ ...number, format: '0' }),
    /** points and deductions, with a third decimal only where needed. */
    amount: book.id({ ...number, format: '0.00#' }),
    /** hidden when zero. */
    deduction: book.id({ ...number, format: '0.00#;-0.00#;' }),
    points: book.id({ ...number, format: points }),
    mean: book.id({ ...number, format: '0.0000' }),
    total: book.id({ ...number, format: points, bold: true }),
    warning: book.id({ ...line, across: 'left', colour: ACCENT }),
    /** one indent per level; the outermost is emphasized. */
    indent: (depth: number): number => indents[Math.min(depth, indents.length - 1)]!,
  }
}
