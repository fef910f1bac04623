import { type Points, points } from '../../kernel/points.ts'
import type { BallotMark } from '../../year/facts/facts.ts'
import { isInRange } from './markFaults.ts'
import type { BallotForm, CastSheet } from './ballotForm.ts'

/** The first words of a sheet's text (票面文本的抬头). */
export const SHEET_FORMAT = 'hengping-sheet-1'

/** A mark as files and texts write it (评价的写法): points as a decimal, a grade id, or null for an abstention. */
export type WrittenMark = number | string | null

/**
 * Returns the canonical text of a sheet (票面规范文本): JSON without spaces, one pair for every line of
 * the form in its order: `["hengping-sheet-1",meeting,class,[[unit,85],[unit,"good"],[unit,null]]]`.
 */
export function sheetText(form: BallotForm, sheet: CastSheet): string {
  const byUnit = new Map(sheet.marks.map(mark => [mark.unit, mark]))
  const lines = form.lines.map(({ unit }) => [unit, writeMark(byUnit.get(unit))])
  return JSON.stringify([SHEET_FORMAT, form.meeting, sheet.voterClass, lines])
}

/** Returns what a receipt hashes (回执的原文), which is also what is sealed: 16 random bytes as 32 lower-case hexadecimal digits, then the sheet's text. The receipt is its SHA-256. */
export function receiptText(nonce: string, form: BallotForm, sheet: CastSheet): string {
  return nonce + sheetText(form, sheet)
}

/** Reads an opened sheet (读出打开的票): its nonce and marks, or `faulty` if it is not a sheet of this form and class. */
export function readReceiptText(
  form: BallotForm,
  voterClass: string,
  text: string,
): { readonly nonce: string; readonly sheet: CastSheet } {
  const nonce = text.slice(0, 32)
  const marks = readMarks(form, voterClass, text.slice(32))
  const isRight =
    /^[0-9a-f]{32}$/.test(nonce) &&
    marks !== undefined &&
    marks.every(mark => isInRange(form, mark)) &&
    receiptText(nonce, form, { voterClass, marks }) === text
  return { nonce, sheet: isRight ? { voterClass, marks } : { voterClass, marks: [], faulty: true } }
}

/** Writes a mark (写出评价) as files and texts do. */
export function writeMark(mark: BallotMark | undefined): WrittenMark {
  return mark?.grade ?? (mark?.points === undefined ? null : mark.points / 1000)
}

/** Reads a written mark (读出评价). */
export function readMark(unit: string, written: WrittenMark): BallotMark {
  if (written === null) return { unit }
  return typeof written === 'number' ? { unit, points: points(written) } : { unit, grade: written }
}

function readMarks(form: BallotForm, voterClass: string, text: string): readonly BallotMark[] | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length !== 4) return undefined
    const [format, meeting, ofClass, lines] = read as readonly unknown[]
    if (format !== SHEET_FORMAT || meeting !== form.meeting || ofClass !== voterClass) return undefined
    if (!Array.isArray(lines) || lines.length !== form.lines.length) return undefined
    return form.lines.map(({ unit }, at) => {
      const [, mark] = lines[at] as readonly unknown[]
      if (typeof mark === 'number') return { unit, points: points(mark) as Points }
      return readMark(unit, mark as WrittenMark)
    })
  } catch {
    return undefined
  }
}
