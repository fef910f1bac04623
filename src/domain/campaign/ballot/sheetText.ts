import { points } from '../../kernel/points.ts'
import type { BallotMark } from '../../year/facts/facts.ts'
import { isInRange } from './markFaults.ts'
import type { BallotForm, CastSheet } from './ballotForm.ts'

/** The first words of a sheet's text (票面文本的抬头). */
const SHEET_FORMAT = 'hengping-sheet-1'

/** A mark as files and texts write it (评价的写法): points as a decimal, a grade id, or null for an abstention. */
export type WrittenMark = number | string | null

/**
 * Returns the canonical text of a sheet (票面规范文本): JSON without spaces, one pair for every line of
 * the form in its order: `["hengping-sheet-1",meeting,class,[[unit,85],[unit,"good"],[unit,null]]]`.
 * This is what is sealed; with its nonce before it, it is what a receipt hashes.
 */
export function sheetText(form: BallotForm, sheet: CastSheet): string {
  const byUnit = new Map(sheet.marks.map(mark => [mark.unit, mark]))
  const lines = form.lines.map(({ unit }) => [unit, writeMark(byUnit.get(unit))])
  return JSON.stringify([SHEET_FORMAT, form.meeting, sheet.voterClass, lines])
}

/** Reads the text of a sheet (读出票面文本): `faulty` if it is not exactly the text of a sheet of this form and class. */
export function readSheetText(form: BallotForm, voterClass: string, text: string): CastSheet {
  const marks = readMarks(form, voterClass, text)
  const isRight =
    marks !== undefined &&
    marks.every(mark => isInRange(form, mark)) &&
    sheetText(form, { voterClass, marks }) === text
  return isRight ? { voterClass, marks } : { voterClass, marks: [], faulty: true }
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
    return form.lines.map(({ unit }, at) => readMark(unit, (lines[at] as readonly WrittenMark[])[1]!))
  } catch {
    return undefined
  }
}
