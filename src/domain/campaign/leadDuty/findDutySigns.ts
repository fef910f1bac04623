import type { Day } from '../../kernel/calendar.ts'
import type { BallotSheet } from '../../year/facts/facts.ts'

/** What is known of how a lead unit led in a year (牵头单位的履职情况). (六（四）) */
export interface LeadConduct {
  /** The day by which grades are due. */
  readonly gradesDue: Day | undefined
  readonly boards: readonly { readonly handedInOn: Day | undefined; readonly graded: number }[]
  /** Meetings and returns of its members that it kept itself. */
  readonly kept: number
  /** The day by which debrief meetings are held, and their scores reported. */
  readonly meetingsDue: Day | undefined
  readonly meetings: readonly {
    readonly name: string
    readonly reportedOn: Day | undefined
    readonly elsewhere: boolean
    readonly notes: number
  }[]
  readonly sheets: { readonly all: number; readonly equal: number }
  readonly vetted: number
  readonly returned: number
}

/** A sign of going through the motions (走过场的迹象), with its figures. It scores nothing by itself. (六（四）) */
export type DutySign =
  | { readonly kind: 'gradesLate' | 'scoresLate'; readonly due: Day; readonly on: Day | undefined }
  | { readonly kind: 'noMinutes' | 'noNote'; readonly meetings: readonly string[] }
  | { readonly kind: 'equalSheets'; readonly all: number; readonly equal: number }
  | { readonly kind: 'gradedBlind'; readonly graded: number }
  | { readonly kind: 'nothingReturned'; readonly vetted: number }

/** The share of sheets with equal marks, in percent, and the number of sheets, from which on it is a sign. */
const EQUAL = { share: 20, least: 5 }

/** The number of vetted papers from which on it is a sign that none was returned. */
const VETTED = 5

/** Finds the signs that a lead unit goes through the motions (走过场的迹象). (六（四）) */
export function findDutySigns(conduct: LeadConduct, today: Day): readonly DutySign[] {
  const { gradesDue, boards, kept, meetingsDue, meetings, sheets, vetted, returned } = conduct
  const signs: DutySign[] = []
  const late = (on: Day | undefined, due: Day) => (on ?? today) > due
  if (gradesDue !== undefined)
    for (const { handedInOn: on } of boards)
      if (late(on, gradesDue)) signs.push({ kind: 'gradesLate', due: gradesDue, on })
  if (meetingsDue !== undefined)
    for (const { reportedOn: on } of meetings)
      if (late(on, meetingsDue)) signs.push({ kind: 'scoresLate', due: meetingsDue, on })
  const named = (some: LeadConduct['meetings']) => some.map(({ name }) => name)
  const elsewhere = meetings.filter(one => one.elsewhere)
  if (elsewhere.length > 0) signs.push({ kind: 'noMinutes', meetings: named(elsewhere) })
  const unseen = meetings.filter(one => one.notes === 0 && (one.elsewhere || one.reportedOn !== undefined))
  if (unseen.length > 0) signs.push({ kind: 'noNote', meetings: named(unseen) })
  if (sheets.all >= EQUAL.least && sheets.equal * 100 >= EQUAL.share * sheets.all)
    signs.push({ kind: 'equalSheets', ...sheets })
  const graded = boards.reduce((sum, board) => sum + board.graded, 0)
  if (graded > 0 && kept === 0) signs.push({ kind: 'gradedBlind', graded })
  if (vetted >= VETTED && returned === 0) signs.push({ kind: 'nothingReturned', vetted })
  return signs
}

/** Whether a ballot sheet gives all units it rates the same mark (各项相同); a sheet with one mark is not judged. */
export function isAllEqual({ marks }: BallotSheet): boolean {
  const given = marks.map(({ points, grade }) => grade ?? points)
  return given.length > 1 && given.every(mark => mark === given[0])
}
