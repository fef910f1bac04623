import type { AppContext } from '../appContext.ts'
import { createQueue } from './createQueue.ts'
import { addPiece, dropExpired, dropFile, failForsaken, findJob, touchJob } from './jobs.store.ts'

/** The work of a background job: reports progress, stops on request, and returns the file. */
export type JobWork = (desk: JobContext) => Promise<JobFile>

/** The context of a background job. */
export interface JobContext {
  readonly tell: (stage: string, progress: number) => void
  readonly signal: AbortSignal
}

/** The file that a background job makes. */
export interface JobFile {
  readonly name: string
  readonly type: string
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** Background jobs: each is a database row, so that it can be left and found again through any process. */
interface Jobs {
  /** starts a job whose row has been written. */
  start(id: string, work: JobWork): void
  cancel(id: string): Promise<void>
  /** marks jobs that no process works on any more, and deletes expired files. */
  tidy(): Promise<void>
  /** marks the jobs of a process that ended without a word, where a database has one process. */
  breakOff(): Promise<void>
  /** stops the jobs running here; they show as interrupted. */
  close(): Promise<void>
}

const KEPT_HOURS = 24
const FORSAKEN_MS = 20_000
const BEAT_MS = 500
const STILL_ALIVE_BEATS = 10
const BROKEN_OFF = '服务器停止或重新启动，任务中断；已经办完的部分照旧有效，请再做一次'
const FAILED = '制作文件时程序出错；请重试，仍不行请联系系统管理员'

const opened = new WeakMap<AppContext, Jobs>()

/** Returns the background jobs of this process, which run one after another. */
export function jobsOf(context: AppContext): Jobs {
  let jobs = opened.get(context)
  if (jobs === undefined) opened.set(context, (jobs = createJobs(context)))
  return jobs
}

function createJobs(context: AppContext): Jobs {
  const { db } = context
  const now = (): string => context.now().toISOString()
  let said = { stage: '开始', progress: 0 }
  let [written, silent, beats] = [said, 0, 0]
  const queue = createQueue(BEAT_MS, beat, (id, error) =>
    context.log.error({ err: error, job: id }, 'a job could not be kept'),
  )

  /** Writes progress to the database from time to time, even if the work reports none, to show that it is alive. */
  async function beat(id: string, waits: boolean): Promise<void> {
    if (waits) {
      if (beats % STILL_ALIVE_BEATS === 0) await touchJob(db, id, { seenAt: now() })
      return
    }
    beats++
    if (said === written && ++silent < STILL_ALIVE_BEATS) return
    ;[written, silent] = [said, 0]
    if (!(await touchJob(db, id, { ...said, seenAt: now() }))) queue.cancel(id)
  }

  async function run(id: string, work: JobWork, signal: AbortSignal): Promise<void> {
    if (!(await touchJob(db, id, { state: 'running', stage: '开始', seenAt: now() }))) return
    said = written = { stage: '开始', progress: 0 }
    try {
      const tell = (stage: string, progress: number) => void (said = { stage, progress })
      const { name, type, pieces } = await work({ tell, signal })
      let [part, bytes] = [0, 0]
      for await (const piece of pieces) {
        if (signal.aborted) throw new Error('cancelled')
        await addPiece(db, id, part++, piece)
        bytes += piece.length
      }
      const expiresAt = new Date(context.now().getTime() + KEPT_HOURS * 3_600_000).toISOString()
      const file = { fileName: name, fileType: type, fileBytes: bytes, expiresAt }
      const done = { state: 'done', stage: '完成', progress: 1, ...file, endedAt: now() } as const
      if (!(await touchJob(db, id, done))) await dropFile(db, id)
    } catch (error) {
      await dropFile(db, id)
      if (!signal.aborted) context.log.error({ err: error, job: id }, 'a job broke off')
      const fault = signal.aborted ? BROKEN_OFF : FAILED
      await touchJob(db, id, { state: 'failed', fault, endedAt: now() })
    }
  }

  return {
    start: (id, work) => queue.add(id, signal => run(id, work, signal)),
    async cancel(id) {
      await touchJob(db, id, { state: 'cancelled', stage: '已取消', endedAt: now() })
      queue.cancel(id)
    },
    async tidy() {
      const at = context.now()
      for (const id of queue.ids()) await touchJob(db, id, { seenAt: at.toISOString() })
      await failForsaken(db, new Date(at.getTime() - FORSAKEN_MS), at, BROKEN_OFF)
      const dropped = await dropExpired(db, at)
      // The embedded database gives room back only when it is asked to.
      if (dropped > 0 && context.database.kind === 'embedded') await db.execute('vacuum job_part')
    },
    async breakOff() {
      const at = context.now()
      if (context.database.kind === 'embedded') await failForsaken(db, at, at, BROKEN_OFF)
    },
    close: () => queue.close(),
  }
}

/** Finds a job, only for its owner. */
export async function ownJob(context: AppContext, owner: string, id: string) {
  const row = await findJob(context.db, id)
  return row?.owner === owner ? row : undefined
}
