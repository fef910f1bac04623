import type { CallAnswer } from '../../client/call.ts'

/** A year as the server returns it. */
export type Year = CallAnswer<'GET /api/years/:year'>

/** What is due and late in a year, as the server returns it. */
export type Due = CallAnswer<'GET /api/years/:year/due'>

/** A date in the timetable. */
export type YearDate = Year['timetable'][number]

/** The progress of one component. */
export type Progress = Year['progress'][number]

/** The progress of one system, or of the directly managed units, in one component. */
export type GroupProgress = Progress['groups'][number]

/** One phase. */
export type Phase = Year['phases'][number]

/** A scheme version in use or available for adoption. */
export type Version = Year['adoptable'][number]

/** Counts what is late: what waits for the reader and what others are late with. */
export function countLate({ waiting, late }: Due): number {
  return late.length + waiting.filter(one => one.late).length
}
