import type { BallotForm } from './ballotForm.ts'
import type { MeetingCount } from './countSheets.ts'
import type { IssueCount } from './issueChecks.ts'
import type { WrittenMark } from './sheetText.ts'

/** The published file of a meeting (公布文件): receipts in order of their own digits, and per unit and class the marks. Written as canonical JSON. */
export interface PublishedFile {
  readonly format: 'hengping-published-1'
  readonly meeting: PublishedMeeting
  /** Receipts of the sheets cast by phone, sorted. */
  readonly receipts: readonly string[]
  readonly count: MeetingCount
}

/** The heading of both files (文件抬头). */
export interface PublishedMeeting {
  readonly id: string
  readonly name: string
  readonly heldOn: string
  readonly institution: string
  readonly rehearsal: boolean
}

/** The sealed count file (封存的计票文件), for scrutineer and auditor: whole sheets in no order, with what is needed to count them again. Points are decimals. Written as canonical JSON. */
export interface CountFile {
  readonly format: 'hengping-count-1'
  readonly meeting: PublishedMeeting
  readonly form: WrittenForm
  readonly phone: readonly PhoneSheet[]
  readonly paper: readonly PaperSheet[]
  readonly issued: readonly IssueCount[]
  readonly present: Readonly<Record<string, number>>
  readonly count: MeetingCount
  /** SHA-256 of the published file's canonical text. */
  readonly published: string
  /** SHA-256 of this file's canonical text without this field. */
  readonly hash: string
}

/** The form with points as decimals (票样的写法). */
export type WrittenForm = Omit<BallotForm, 'full' | 'voids' | 'gradePoints'> & {
  readonly full: number
  readonly voids: readonly (
    | { readonly kind: 'allEqual' }
    | { readonly kind: 'tooManyHigh'; readonly moreThan: number; readonly atLeast: number }
  )[]
  readonly gradePoints?: Readonly<Record<string, number | null>>
}

/** A sheet cast by phone (手机票): marks in the form's order; of a faulty sheet only its receipt. */
export type PhoneSheet =
  | { readonly voterClass: string; readonly nonce: string; readonly marks: readonly WrittenMark[] }
  | { readonly voterClass: string; readonly faulty: true; readonly receipt: string }

/** A paper sheet (纸质票): marks in the form's order. */
interface PaperSheet {
  readonly voterClass: string
  readonly marks: readonly WrittenMark[]
  readonly faulty?: true
}
