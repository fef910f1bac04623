import type {
  CountFile,
  PhoneSheet,
  PublishedFile,
  PublishedMeeting,
  WrittenForm,
} from '../../../../domain/campaign/ballot/ballotFiles.ts'
import type { BallotForm, CastSheet } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { countSheets, type MeetingCount } from '../../../../domain/campaign/ballot/countSheets.ts'
import type { IssueCount } from '../../../../domain/campaign/ballot/issueChecks.ts'
import { readSheetText, writeMark, type WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import { canonicalText, compareIds } from '../../../../domain/kernel/ids.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import { receiptOf } from '../../../../crypto/receipt.ts'
import { sha256 } from '../../../../files/sha256.ts'
import type { OpenedRow } from './ballots.store.ts'

/** What a count is made from. */
interface CountInput {
  readonly meeting: PublishedMeeting
  readonly form: BallotForm
  readonly opened: readonly OpenedRow[]
  readonly paper: readonly CastSheet[]
  readonly issued: readonly IssueCount[]
  readonly present: Readonly<Record<string, number>>
}

/** A count with both its files, as canonical text. */
interface WrittenCount {
  readonly count: MeetingCount
  readonly countFile: string
  readonly publishedFile: string
}

/** Counts a meeting and writes both files. */
export function writeCount({ meeting, form, opened, paper, issued, present }: CountInput): WrittenCount {
  const phone = opened.map(row => ({ row, sheet: readOpened(form, row) }))
  const count = countSheets(
    form,
    phone.map(({ sheet }) => sheet),
    paper,
  )
  const receipts = phone.map(({ row }) => receiptOfRow(row)).toSorted(compareIds)
  const publishedFile = canonicalText({
    format: 'hengping-published-1',
    meeting,
    receipts,
    count,
  } satisfies PublishedFile)
  const file = {
    format: 'hengping-count-1',
    meeting,
    form: writeForm(form),
    phone: inOrder(phone.map(({ row, sheet }) => writePhone(form, row, sheet))),
    paper: inOrder(
      paper.map(({ voterClass, marks, faulty }) => ({
        voterClass,
        marks: writeMarks(form, marks),
        ...(faulty && { faulty }),
      })),
    ),
    issued,
    present,
    count,
    published: sha256(publishedFile),
  } satisfies Omit<CountFile, 'hash'>
  return { count, countFile: canonicalText({ ...file, hash: sha256(canonicalText(file)) }), publishedFile }
}

/** Reads an opened sheet; one that could not be opened or is not of the form is faulty. */
function readOpened(form: BallotForm, { voterClass, nonce, body }: OpenedRow): CastSheet {
  return nonce === '' ? { voterClass, marks: [], faulty: true } : readSheetText(form, voterClass, body)
}

function receiptOfRow({ nonce, body }: OpenedRow): string {
  return nonce === '' ? body : receiptOf({ nonce: new Uint8Array(Buffer.from(nonce, 'hex')), text: body })
}

function writePhone(form: BallotForm, row: OpenedRow, { voterClass, marks, faulty }: CastSheet): PhoneSheet {
  return faulty
    ? { voterClass, faulty, receipt: receiptOfRow(row) }
    : { voterClass, nonce: row.nonce, marks: writeMarks(form, marks) }
}

function writeMarks(form: BallotForm, marks: CastSheet['marks']): readonly WrittenMark[] {
  return form.lines.map(({ unit }) => writeMark(marks.find(mark => mark.unit === unit)))
}

/** Sheets in the order of their texts, which says nothing of when they came. */
function inOrder<T>(sheets: readonly T[]): readonly T[] {
  return sheets
    .map(sheet => ({ sheet, text: canonicalText(sheet) }))
    .toSorted((one, other) => compareIds(one.text, other.text))
    .map(({ sheet }) => sheet)
}

function writeForm({ full, voids, gradePoints, ...form }: BallotForm): WrittenForm {
  return {
    ...form,
    full: toDecimal(full),
    voids: voids.map(rule =>
      rule.kind === 'allEqual' ? rule : { ...rule, atLeast: toDecimal(rule.atLeast) },
    ),
    ...(gradePoints !== undefined && {
      gradePoints: Object.fromEntries(
        Object.entries(gradePoints).map(([id, worth]) => [id, worth === null ? null : toDecimal(worth)]),
      ),
    }),
  }
}
