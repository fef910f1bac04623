import type { CastSheet } from '../../../../domain/campaign/ballot/ballotForm.ts'
import { readMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { findMeeting, listSpeakers } from '../meeting.store.ts'
import { listPages, listSheets } from './paper.store.ts'
import { settledMarks } from './settleSheet.ts'

/** Lists the settled paper sheets of a meeting, as they were cast; who was taken off the agenda after printing is left out. */
export async function listPaperSheets(
  db: Database | Transaction,
  meeting: string,
): Promise<readonly CastSheet[]> {
  const form = (await findMeeting(db, meeting))?.form
  if (!form) return []
  const speakers = await listSpeakers(db, [meeting])
  const off = new Set(speakers.filter(one => one.removedWhy !== null).map(({ unit }) => unit))
  const pages = Map.groupBy(await listPages(db, meeting), one => one.sheet)
  return (await listSheets(db, meeting))
    .filter(({ settled }) => settled)
    .map(sheet => {
      const marks = settledMarks(sheet, pages.get(sheet.id) ?? [], form.lines.length)
      const { voterClass } = sheet
      if (marks === undefined) return { voterClass, marks: [], faulty: true as const }
      const read = form.lines.map(({ unit }, line) => readMark(unit, marks[line]!))
      return { voterClass, marks: read.filter(({ unit }) => !off.has(unit)) }
    })
}

/** Refuses a count while paper sheets are not settled: `paperUnsettled`. */
export async function refuseUnsettledPaper(
  db: Database | Transaction,
  meeting: string,
): Promise<Refusal | undefined> {
  const sheets = (await listSheets(db, meeting)).filter(({ settled }) => !settled).length
  return sheets > 0 ? refuse('paperUnsettled', { sheets }) : undefined
}
