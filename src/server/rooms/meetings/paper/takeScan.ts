import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { scanJobOf } from '../../../../contract/meetings/paperFields.ts'
import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import { MOST_PAGES, PAGES_AT_ONCE, type readScan, type ScanPart } from '../../../../files/paper/readScan.ts'
import { createChange } from '../../../platform/change/change.ts'
import { insertJob } from '../../../platform/jobs/jobs.store.ts'
import { type JobContext, type JobFile, jobsOf } from '../../../platform/jobs/createJobs.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../../platform/http/uploadedBytes.ts'
import { createThreads, ThreadGaveUp } from '../../../platform/threads/threads.ts'
import { keepPages, type ScanAnswer, type Scanning } from './keepPages.ts'
import { openEntering, type PaperContext } from './loadPaper.ts'

const threads = createThreads({ most: 1 })

type Kind = 'jpg' | 'png' | 'pdf'

/** Reads a photo or scan of paper sheets in a thread, and keeps what it read. Of a long PDF the first pages are read at once, and the others by a background job. `scanKind`, `scanTooLong`, `paperFigures`, `meetingNotNow`. */
export async function takeScan(
  request: Served<'POST /api/years/:year/meetings/:meeting/paper/scans'>,
): Promise<ScanAnswer | Refusal> {
  const { context, actor, params } = request
  const open = await context.db.transaction(tx => openEntering(tx, { actor, params }))
  if (isRefusal(open)) return open
  if (open.style === 'figures') return refuse('paperFigures', {})
  const bytes = uploadedBytes(request.raw)
  const type = kindOf(bytes)
  if (type === undefined) return refuse('scanKind', {})
  const first = await readInThread(bytes, type, open, 1)
  if (isRefusal(first)) return first
  const job = first.total > PAGES_AT_ONCE ? context.newId() : undefined
  const answer = await keepPages(request, first.readings, 1, async (tx, { name, id }) => {
    if (job === undefined) return undefined
    const row = {
      id: job,
      kind: scanJobOf(id),
      name: `${name}纸质票扫描件`,
      year: params.year,
      owner: actor.id,
    }
    await insertJob(tx, row, context.now())
    return job
  })
  // A repeated request has its first job.
  if (!isRefusal(answer) && job !== undefined && answer.job === job)
    jobsOf(context).start(job, desk => readRest(request, bytes, open, first.total, desk))
  return answer
}

/** Reads the rest of a long PDF, some pages at a time; each lot is kept at once. What became of the pages is the file of the job. */
async function readRest(
  { context, actor, params }: Scanning,
  bytes: Uint8Array,
  open: PaperContext,
  total: number,
  { tell, signal }: JobContext,
): Promise<JobFile> {
  const change = createChange(context, actor)
  const pages: ScanAnswer['pages'] = []
  let refused: string | undefined
  for (let from = PAGES_AT_ONCE + 1; from <= total && refused === undefined; from += PAGES_AT_ONCE) {
    tell(`已读${from - 1}页，共${total}页`, (from - 1) / total)
    const part = await readInThread(bytes, 'pdf', open, from)
    if (signal.aborted) throw new Error('cancelled')
    const kept = isRefusal(part)
      ? part
      : await keepPages({ context, actor, change, params }, part.readings, from)
    if (isRefusal(kept)) refused = sentenceOfRefusal(kept)
    else pages.push(...kept.pages)
  }
  const content = Buffer.from(JSON.stringify({ pages, refused }))
  return { name: '扫描件读取结果.json', type: 'application/json', pieces: [content] }
}

async function readInThread(
  bytes: Uint8Array,
  type: Kind,
  { form }: PaperContext,
  from: number,
): Promise<ScanPart | Refusal> {
  const module = new URL('../../../../files/paper/readScan.ts', import.meta.url)
  try {
    const part = await threads.run<typeof readScan>(module, 'readScan', bytes.slice(), type, form, from)
    return part.total > MOST_PAGES ? refuse('scanTooLong', { most: MOST_PAGES }) : part
  } catch (error) {
    if (error instanceof ThreadGaveUp) return refuse('scanTooLong', { most: MOST_PAGES })
    throw error
  }
}

function kindOf(bytes: Uint8Array): Kind | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  return starts(0x25, 0x50, 0x44, 0x46) ? 'pdf' : undefined
}
