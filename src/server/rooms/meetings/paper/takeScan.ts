import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { paperRoutes } from '../../../../contract/meetings/paperRoutes.ts'
import { toDecimal } from '../../../../domain/kernel/points.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { BallotForm } from '../../../../domain/campaign/ballot/ballotForm.ts'
import type { WrittenMark } from '../../../../domain/campaign/ballot/sheetText.ts'
import { MOST_PAGES, type readScan, type ScanReading } from '../../../../files/paper/readScan.ts'
import type { RowReading } from '../../../../files/paper/readRows.ts'
import type { Transaction } from '../../../platform/database/openDatabase.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../../platform/http/uploadedBytes.ts'
import { createThreads, ThreadGaveUp } from '../../../platform/threads/threads.ts'
import { trailOf } from '../changeMeeting.ts'
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

type ScanAnswer = z.output<
  (typeof paperRoutes)['POST /api/years/:year/meetings/:meeting/paper/scans']['answer']
>
type ScannedPage = ScanAnswer['pages'][number]
type ReadPage = Exclude<ScanReading, { readonly unread: unknown }>

const threads = createThreads({ most: 1 })

/** Reads a photo or scan of paper sheets in a thread, and keeps what it read. The pages of one sheet follow one another. `scanKind`, `scanTooLong`, `paperFigures`, `meetingNotNow`. */
export async function takeScan({
  context,
  actor,
  change,
  params,
  raw,
}: Served<'POST /api/years/:year/meetings/:meeting/paper/scans'>): Promise<ScanAnswer | Refusal> {
  const before = await context.db.transaction(tx => openEntering(tx, { actor, params }))
  if (isRefusal(before)) return before
  if (before.style === 'figures') return refuse('paperFigures', {})
  const bytes = uploadedBytes(raw)
  const type = kindOf(bytes)
  if (type === undefined) return refuse('scanKind', {})
  const readings = await readInThread(bytes, type, before.form)
  if (isRefusal(readings)) return readings
  for (const one of readings) if (!('unread' in one)) await context.files.put(hashOf(one.jpeg), one.jpeg)
  return change(async tx => {
    const open = await openEntering(tx, { actor, params })
    if (isRefusal(open)) return open
    const pages: ScannedPage[] = []
    let sheets = 0
    for (const [at, one] of readings.entries()) {
      const kept = 'unread' in one ? { outcome: one.unread } : await keepPage(tx, open, context.newId, one)
      if (kept.outcome === 'read' && kept.page === 1) sheets++
      pages.push({ at: at + 1, ...kept })
    }
    const values = {
      name: open.loaded.stored.name,
      pages: pages.filter(({ outcome }) => outcome === 'read').length,
      sheets,
    }
    return { answer: { pages }, events: trailOf(open.loaded.stored, [{ kind: 'paperScanned', values }]) }
  })
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

async function readInThread(
  bytes: Uint8Array,
  type: 'jpg' | 'png' | 'pdf',
  form: BallotForm,
): Promise<readonly ScanReading[] | Refusal> {
  const module = new URL('../../../../files/paper/readScan.ts', import.meta.url)
  try {
    const readings = await threads.run<typeof readScan>(module, 'readScan', bytes, type, form)
    return readings.length > MOST_PAGES ? refuse('scanTooLong', { most: MOST_PAGES }) : readings
  } catch (error) {
    if (error instanceof ThreadGaveUp) return refuse('scanTooLong', { most: MOST_PAGES })
    throw error
  }
}

function kindOf(bytes: Uint8Array): 'jpg' | 'png' | 'pdf' | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  return starts(0x25, 0x50, 0x44, 0x46) ? 'pdf' : undefined
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
