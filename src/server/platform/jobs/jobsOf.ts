import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../access/actor.ts'
import type { Transaction } from '../database/openDatabase.ts'
import type { FileAnswer } from '../http/fileAnswer.ts'
import type { House } from '../house.ts'
import { claimJob, countOpen, finishJob, insertJob, tidyJobs, updateJob } from './jobs.store.ts'

/** 任务的报告: how far the work is, and whether it was called off. */
export interface JobReport {
  stage(text: string): void
  /** from 0 to 1. */
  progress(fraction: number): void
  readonly signal: AbortSignal
}

/** 任务的内容. */
export interface JobRequest {
  readonly kind: string
  readonly name: string
  readonly year?: number
}

/** 任务的工作: makes the file in memory. A throw is a bug; work that was called off may throw anything. */
export type JobWork = (report: JobReport) => Promise<Omit<FileAnswer, 'content'> & { readonly content: Uint8Array }>

/** 后台任务: registered in a change, then run; found again by its row, whichever process runs it. */
export interface Jobs {
  register(tx: Transaction, actor: Actor, request: JobRequest): Promise<string | Refusal>
  /** runs it in this process, unless somebody does already; returns at once. */
  run(id: string, work: JobWork): void
  cancel(id: string): void
  close(): Promise<void>
}

const BEAT_MS = 1000
const SILENT_MS = 30_000
const KEPT_MS = 3 * 24 * 3_600_000
const MOST_OPEN = 3

const opened = new WeakMap<House, Jobs>()

/** 本进程的后台任务. */
export function jobsOf(house: House): Jobs {
  const before = opened.get(house)
  if (before !== undefined) return before
  const jobs = openJobs(house)
  opened.set(house, jobs)
  return jobs
}

function openJobs(house: House): Jobs {
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()

  async function work(id: string, make: JobWork, stop: AbortController): Promise<void> {
    if (!(await claimJob(house.db, id))) return
    let [stage, progress] = ['进行中', 0]
    const beat = setInterval(() => {
      const told = { stage, progress, seenAt: house.now().toISOString() }
      // Called off in another process: the row is no longer under way.
      void updateJob(house.db, id, told).then(
        goes => goes || stop.abort(),
        () => {},
      )
    }, BEAT_MS)
    try {
      const report = { stage: (text: string) => (stage = text), progress: (part: number) => (progress = part), signal: stop.signal }
      const { name, type, content } = await make(report)
      const now = house.now()
      if (!stop.signal.aborted) {
        await finishJob(house.db, id, { name, type, bytes: content }, { now, expires: new Date(now.getTime() + KEPT_MS) })
      }
    } catch (error) {
      if (!stop.signal.aborted) await fail(id, error)
    } finally {
      clearInterval(beat)
    }
  }

  async function fail(id: string, error: unknown): Promise<void> {
    const reference = house.newId().slice(0, 8)
    house.log.error({ err: error, reference }, 'job failed')
    const fault = `程序出错，没有做成；请重新发起，仍不行请把编号 ${reference} 告诉系统管理员`
    await updateJob(house.db, id, { state: 'failed', stage: '未完成', fault, endedAt: house.now().toISOString() }).catch(() => {})
  }

  return {
    async register(tx, actor, request) {
      const now = house.now()
      await tidyJobs(tx, now, new Date(now.getTime() - SILENT_MS))
      if ((await countOpen(tx, actor.id)) >= MOST_OPEN) return refuse('tooManyJobs', { most: MOST_OPEN })
      const id = house.newId()
      await insertJob(tx, { id, owner: actor.id, ...request }, now)
      return id
    },
    run(id, make) {
      if (running.has(id)) return
      const stop = new AbortController()
      const ended = work(id, make, stop).catch(error => house.log.error({ err: error }, 'job lost'))
      running.set(id, { stop, ended })
      void ended.finally(() => running.delete(id))
    },
    cancel(id) {
      running.get(id)?.stop.abort()
    },
    async close() {
      const all = [...running.values()]
      for (const { stop } of all) stop.abort()
      await Promise.all(all.map(one => one.ended))
    },
  }
}
