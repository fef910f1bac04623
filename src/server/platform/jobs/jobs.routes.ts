import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { type jobPart, jobRoutes } from '../../../contract/platform/jobRoutes.ts'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { toInstant } from '../database/toInstant.ts'
import { serveRoutes } from '../http/serveRoutes.ts'
import { type JobRow, listJobs, readPieces } from './jobs.store.ts'
import { jobsOf, ownJob } from './createJobs.ts'

const MISSING = refuse('notFound', { what: '这个后台任务' })

/** Registers the background job routes: a job belongs to its creator only. */
export function serveJobs(app: FastifyInstance): void {
  app.addHook('onReady', () => jobsOf(app.context).breakOff())
  app.addHook('onClose', () => jobsOf(app.context).close())
  serveRoutes(app, jobRoutes, {
    'GET /api/jobs': async ({ context, actor }) => {
      await jobsOf(context).tidy()
      return { jobs: (await listJobs(context.db, actor.id)).map(tellJob) }
    },
    'GET /api/jobs/:job': async ({ context, actor, params }) => {
      await jobsOf(context).tidy()
      const found = await ownJob(context, actor.id, params.job)
      return found === undefined ? MISSING : tellJob(found)
    },
    'GET /api/jobs/:job/file': async ({ context, actor, params }) => {
      await jobsOf(context).tidy()
      const found = await ownJob(context, actor.id, params.job)
      if (found === undefined) return MISSING
      if (found.state === 'expired') return refuse('jobExpired', {})
      if (found.state !== 'done') return refuse('jobNotDone', { state: STATES[found.state] })
      return {
        name: found.fileName!,
        type: found.fileType!,
        content: Readable.from(readPieces(context.db, found.id)),
      }
    },
    'POST /api/jobs/:job/cancel': async ({ context, actor, params }) => {
      const found = await ownJob(context, actor.id, params.job)
      if (found === undefined) return MISSING
      await jobsOf(context).cancel(found.id)
      return tellJob((await ownJob(context, actor.id, params.job))!)
    },
  })
}

const STATES = {
  waiting: '等待',
  running: '进行中',
  done: '完成',
  failed: '失败',
  cancelled: '已取消',
  expired: '已过期',
} as const

function tellJob(row: JobRow): z.output<typeof jobPart> {
  const {
    id,
    kind,
    name,
    year,
    state,
    stage,
    progress,
    fileName,
    fileBytes,
    fault,
    startedAt,
    endedAt,
    expiresAt,
  } = row
  return {
    id,
    kind,
    name,
    year: year ?? undefined,
    state,
    stage,
    progress,
    ...(fileName === null || state !== 'done' ? {} : { file: { name: fileName, bytes: fileBytes ?? 0 } }),
    fault: fault ?? undefined,
    startedAt: toInstant(startedAt),
    endedAt: endedAt === null ? undefined : toInstant(endedAt),
    expiresAt: expiresAt === null ? undefined : toInstant(expiresAt),
  }
}
