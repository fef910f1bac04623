import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { paperRoutes } from '../../../../contract/meetings/paperRoutes.ts'
import type { TrailEvent } from '../../../../contract/trail/trailEvents.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import type { WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import { isRefusal, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { ScanReading } from '../../../../files/paper/readScan.ts'
import type { RowReading } from '../../../../files/paper/readRows.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Change, UNTRACED } from '../../../platform/change/change.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import { trailOf } from '../changeMeeting.ts'
import type { StoredMeeting } from '../meeting.store.ts'
import { openEntering, type PaperContext } from './loadPaper.ts'
import {
  changeSheet,
  findLast,
  insertPage,
  insertSheet,
  isPictureKnown,
  pagesOf,
  type StoredSheet,
} from './paper.store.ts'
import type { ReadRow } from './paper.tables.ts'

/** What became of pages, as the contract defines it. */
export type ScanAnswer = z.output<
  (typeof paperRoutes)['POST /api/years/:year/meetings/:meeting/paper/scans']['answer']
>
type ScannedPage = ScanAnswer['pages'][number]
type ReadPage = Exclude<ScanReading, { readonly unread: unknown }>

/** Who scans, for which meeting. */
export interface Scanning {
  readonly context: AppContext
  readonly actor: Actor
  readonly change: Change
  readonly params: { readonly year: number; readonly meeting: string }
}

/** Keeps pages that were read, the first of them at this place of the file, in one change; `more` does what belongs to it. The pages of one sheet follow one another. `meetingNotNow`. */
export async function keepPages(
  { context, actor, change, params }: Scanning,
  readings: readonly ScanReading[],
  from: number,
  more: (tx: Transaction, meeting: StoredMeeting) => Promise<string | undefined> = async () => undefined,
): Promise<ScanAnswer | Refusal> {
  for (const one of readings) if (!('unread' in one)) await context.files.put(hashOf(one.jpeg), one.jpeg)
  const answer = await change<ScanAnswer>(async tx => {
    const open = await openEntering(tx, { actor, params })
    if (isRefusal(open)) return open
    const pages: ScannedPage[] = []
    for (const [at, one] of readings.entries()) {
      const kept = 'unread' in one ? { outcome: one.unread } : await keepPage(tx, open, context.newId, one)
      pages.push({ at: from + at, ...kept })
    }
    const { stored } = open.loaded
    return { answer: { pages, job: await more(tx, stored) }, events: eventOf(stored, pages) }
  })
  // No sheet knows the picture of a page that was not kept.
  for (const one of readings)
    if (!('unread' in one) && !(await isPictureKnown(context.db, hashOf(one.jpeg))))
      await context.files.remove(hashOf(one.jpeg))
  return answer
}

function eventOf(
  stored: StoredMeeting,
  pages: readonly ScannedPage[],
): readonly [TrailEvent, ...TrailEvent[]] | typeof UNTRACED {
  const read = pages.filter(({ outcome }) => outcome === 'read')
  const sheets = read.filter(({ page }) => page === 1).length
  return trailOf(stored, [
    { kind: 'paperScanned', values: { name: stored.name, pages: read.length, sheets } },
  ])
}

/** Keeps one page: the first of a sheet begins the next number of its class, each other one follows the page before it. */
async function keepPage(
  tx: Transaction,
  { form, pages: count }: PaperContext,
  newId: () => string,
  { voterClass, page, rows, jpeg }: ReadPage,
): Promise<Omit<ScannedPage, 'at'>> {
  const picture = hashOf(jpeg)
  if (await isPictureKnown(tx, picture)) return { outcome: 'seenBefore' }
  const last = await findLast(tx, form.meeting, voterClass)
  const before = last?.way === 'scanned' ? (await pagesOf(tx, last.id)).length : count
  if (page !== 1 && before !== page - 1) return { outcome: 'outOfOrder', voterClass, page }
  const sheet: StoredSheet =
    page > 1
      ? last!
      : await insertSheet(tx, {
          id: newId(),
          meeting: form.meeting,
          voterClass,
          number: (last?.number ?? 0) + 1,
          way: 'scanned',
        })
  const read = rows.map(row => toReadRow(form, row))
  await insertPage(tx, { sheet: sheet.id, page, rows: read, picture })
  const all = (await pagesOf(tx, sheet.id)).flatMap(one => one.rows)
  const isWhole = all.length === form.lines.length && all.every(({ mark }) => mark !== undefined)
  if (isWhole) await changeSheet(tx, sheet.id, { settled: true })
  const doubtful = read.filter(({ mark }) => mark === undefined).length
  return { outcome: 'read', voterClass, number: sheet.number, page, doubtful }
}

/** The mark of a row that was surely read. Half a step beyond the full mark is no mark. */
function toReadRow(form: BallotForm, { line, marked, doubt }: RowReading): ReadRow {
  if (doubt !== undefined) return { line, doubt }
  const step = marked.find(({ kind }) => kind === 'step')!.step
  if (form.marks === 'grades') return { line, mark: form.grades[step]!.id }
  const full = toDecimal(form.full)
  const mark: WrittenMark = (full / 10) * step + (marked.length > 1 ? full / 20 : 0)
  return mark > full ? { line, doubt: 'several' } : { line, mark }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
