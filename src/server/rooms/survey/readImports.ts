import type { z } from 'zod'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { surveyImportPart } from '../../../contract/survey/surveyParts.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { createQueue, type Queue } from '../../platform/jobs/createQueue.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import { dropRows, failForsaken, type ImportRow, moveImport } from './imports.store.ts'
import { type LoadedSurvey, loadSurvey, type SurveyAddress } from './loadSurvey.ts'

/** Threads that read the files of surveys. */
export const threads = createThreads({ most: 1, megabytes: 3072, seconds: 900 })

const BEAT_MS = 20_000
const FORSAKEN_MS = 120_000

const queues = new WeakMap<AppContext, Queue>()

function queueOf(context: AppContext): Queue {
  let queue = queues.get(context)
  if (queue === undefined) {
    queue = createQueue(
      BEAT_MS,
      async id => void (await moveImport(context.db, id, 'reading', { seenAt: context.now().toISOString() })),
      (id, error) => context.log.error({ err: error, import: id }, 'a file of a survey could not be read'),
    )
    queues.set(context, queue)
  }
  return queue
}

/** Reads an import in the background, one after another. Whatever goes wrong, its row says so and nothing of it is left. */
export function readInBackground(
  context: AppContext,
  address: SurveyAddress,
  id: string,
  read: (loaded: LoadedSurvey, signal: AbortSignal) => Promise<Refusal | undefined>,
): void {
  const { db } = context
  queueOf(context).add(id, async signal => {
    try {
      const loaded = await loadSurvey(db, address)
      const wrong = isRefusal(loaded) ? loaded : await read(loaded, signal)
      if (signal.aborted) await fail(context, id, BROKEN_OFF)
      else if (wrong !== undefined) await fail(context, id, sentenceOfRefusal(wrong), headingsOf(wrong))
    } catch (error) {
      await fail(context, id, error instanceof ThreadGaveUp ? TOO_LARGE : UNREADABLE).catch(() => {})
      throw error
    }
  })
}

/** Marks imports as broken off that no process reads any more, so that another file can come in: at the start, and before a new one. */
export async function failBrokenOff(context: AppContext, isStart = false): Promise<void> {
  // The embedded database has one process: at its start nobody reads.
  const now = context.now().getTime()
  const before = new Date(isStart && context.database.kind === 'embedded' ? now + 1 : now - FORSAKEN_MS)
  for (const id of await failForsaken(context.db, before, BROKEN_OFF)) await dropRead(context, id)
}

async function fail(
  context: AppContext,
  id: string,
  fault: string,
  headings?: ImportRow['headings'],
): Promise<void> {
  await dropRead(context, id)
  await moveImport(context.db, id, 'reading', { state: 'failed', fault, headings })
}

async function dropRead({ db }: AppContext, id: string): Promise<void> {
  await dropRows(db, 'frame', id)
  await dropRows(db, 'file', id)
}

/** The columns and headings of a file that was refused for its headings. */
function headingsOf({ values }: Refusal): ImportRow['headings'] | undefined {
  const { columns, found, likely } = values as { readonly [name in 'columns' | 'found' | 'likely']?: string }
  if (columns === undefined || found === undefined) return undefined
  return { columns: columns.split('\t'), found: found.split('\t'), likely: likely?.split('\t') ?? [] }
}

const BROKEN_OFF = '服务器停止，读取中断；请重新上传'
const TOO_LARGE = '文件太大，读不完；请分成几个文件上传'
const UNREADABLE = '读取时程序出错；请重新上传，仍不行请联系系统管理员'

/** Presents an import; its rows are only told until it is kept or dropped. */
export function presentImport(row: ImportRow): z.output<typeof surveyImportPart> {
  const { id, file, state, progress, rows, accepted, refused, notices, fault, headings, by, at } = row
  const counts = { rows, accepted, refused, notices, refusedRows: state === 'read' ? row.refusedRows : [] }
  return {
    id,
    file,
    state,
    progress,
    ...counts,
    fault: fault ?? undefined,
    headings: headings ?? undefined,
    by,
    at: toInstant(at),
  }
}
