import type { AppContext } from '../appContext.ts'
import { addPiece, dropExpired, dropFile, failForsaken, findJob, touchJob } from './jobs.store.ts'

/** 后台任务的工作: tells how far it is, ends when told to, and gives the file. */
export type JobWork = (desk: JobContext) => Promise<JobFile>

/** 后台任务的工作台. */
export interface JobContext {
  readonly tell: (stage: string, progress: number) => void
  readonly signal: AbortSignal
}

/** 后台任务制作的文件. */
export interface JobFile {
  readonly name: string
  readonly type: string
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** 后台任务: each is a row of the database, so that it can be left and found again, whichever process is asked. */
export interface Jobs {
  /** begins a job whose row has been written. */
  start(id: string, work: JobWork): void
  cancel(id: string): Promise<void>
  /** marks those that no process works on any more, and lets go of files that are out of date. */
  tidy(): Promise<void>
  /** ends what is under way here; it shows as broken off. */
  close(): Promise<void>
}

const KEPT_HOURS = 24
const FORSAKEN_MS = 60_000
const BEAT_MS = 500
const STILL_ALIVE_MS = 15_000
const BROKEN_OFF = '服务器停止或重新启动，任务中断；请重新导出'
const FAILED = '制作文件时程序出错；请重试，仍不行请联系系统管理员'

const opened = new WeakMap<AppContext, Jobs>()

/** 打开后台任务 of this process, one after another. */
export function jobsOf(context: AppContext): Jobs {
  let jobs = opened.get(context)
  if (jobs === undefined) opened.set(context, (jobs = createJobs(context)))
  return jobs
}

function createJobs(context: AppContext): Jobs {
  const { db } = context
  const own = new Map<string, AbortController>()
  let last: Promise<void> = Promise.resolve()

  async function run(id: string, work: JobWork, ending: AbortController): Promise<void> {
    const now = (): string => context.now().toISOString()
    if (
      ending.signal.aborted ||
      !(await touchJob(db, id, { state: 'running', stage: '开始', seenAt: now() }))
    )
      return
    const beat = startHeartbeat(async (stage, progress) => {
      if (!(await touchJob(db, id, { stage, progress, seenAt: now() }))) ending.abort()
    })
    try {
      const { name, type, pieces } = await work({ tell: beat.tell, signal: ending.signal })
      let [part, bytes] = [0, 0]
      for await (const piece of pieces) {
        if (ending.signal.aborted) throw new Error('cancelled')
        await addPiece(db, id, part++, piece)
        bytes += piece.length
      }
      await beat.end()
      const expiresAt = new Date(context.now().getTime() + KEPT_HOURS * 3_600_000).toISOString()
      const done = {
        state: 'done',
        stage: '完成',
        progress: 1,
        fileName: name,
        fileType: type,
        fileBytes: bytes,
        endedAt: now(),
        expiresAt,
      } as const
      if (!(await touchJob(db, id, done))) await dropFile(db, id)
    } catch (error) {
      await beat.end()
      await dropFile(db, id)
      if (!ending.signal.aborted) context.log.error({ err: error, job: id }, 'a job broke off')
      await touchJob(db, id, {
        state: 'failed',
        fault: ending.signal.aborted ? BROKEN_OFF : FAILED,
        endedAt: now(),
      })
    }
  }

  return {
    start(id, work) {
      const ending = new AbortController()
      own.set(id, ending)
      last = last
        .then(() => run(id, work, ending))
        .catch(error => context.log.error({ err: error, job: id }, 'a job could not be kept'))
        .finally(() => own.delete(id))
    },
    async cancel(id) {
      await touchJob(db, id, { state: 'cancelled', stage: '已取消', endedAt: context.now().toISOString() })
      own.get(id)?.abort()
    },
    async tidy() {
      const now = context.now()
      for (const id of own.keys()) await touchJob(db, id, { seenAt: now.toISOString() })
      await failForsaken(db, new Date(now.getTime() - FORSAKEN_MS), now, BROKEN_OFF)
      const dropped = await dropExpired(db, now)
      // The embedded database gives room back only when it is asked to.
      if (dropped > 0 && context.database.kind === 'embedded') await db.execute('vacuum job_part')
    },
    async close() {
      for (const ending of own.values()) ending.abort()
      await last
    },
  }
}

/** 是否存在, for the asker alone. */
export async function ownJob(context: AppContext, owner: string, id: string) {
  const row = await findJob(context.db, id)
  return row?.owner === owner ? row : undefined
}

/** Progress goes to the database now and then, one write at a time; also where a work is silent, so that it is seen to be alive. */
function startHeartbeat(write: (stage: string, progress: number) => Promise<void>) {
  let latest: readonly [string, number] | undefined
  let said: readonly [string, number] = ['开始', 0]
  let busy: Promise<void> = Promise.resolve()
  let writtenAt = 0
  let elapsed = 0
  const timer = setInterval(() => {
    elapsed += BEAT_MS
    if (latest === undefined && elapsed - writtenAt < STILL_ALIVE_MS) return
    const [stage, progress] = (said = latest ?? said)
    latest = undefined
    writtenAt = elapsed
    busy = busy.then(() => write(stage, progress)).catch(() => {})
  }, BEAT_MS)
  timer.unref()
  return {
    tell: (stage: string, progress: number): void => {
      latest = [stage, progress]
    },
    end: async (): Promise<void> => {
      clearInterval(timer)
      await busy
    },
  }
}
