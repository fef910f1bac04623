import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../database/openDatabase.ts'
import { job, type JobState } from './jobs.tables.ts'

/** One row of the job table. */
export type JobRow = typeof job.$inferSelect

/** A new background job. */
interface NewJob {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly year?: number
  readonly owner: string
}

const ACTIVE: readonly JobState[] = ['waiting', 'running']

/** Inserts a background job. */
export async function insertJob(tx: Transaction, { year, ...one }: NewJob, at: Date): Promise<void> {
  const when = at.toISOString()
  await tx
    .insert(job)
    .values({ ...one, year: year ?? null, state: 'waiting', stage: '等待', startedAt: when, seenAt: when })
}

/** Lists a person's jobs, latest first. */
export function listJobs(db: Database, owner: string): Promise<readonly JobRow[]> {
  return db.select().from(job).where(eq(job.owner, owner)).orderBy(desc(job.startedAt)).limit(50)
}

/** Finds a job. */
export async function findJob(db: Database, id: string): Promise<JobRow | undefined> {
  const [row] = await db.select().from(job).where(eq(job.id, id))
  return row
}

/** Counts a person's active jobs. */
export async function countActive(tx: Transaction, owner: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(job)
    .where(and(eq(job.owner, owner), inArray(job.state, [...ACTIVE])))
  return row!.count
}

/** Updates a job if it is still active; returns whether it was. */
export async function touchJob(db: Database, id: string, set: Partial<JobRow>): Promise<boolean> {
  const touched = await db
    .update(job)
    .set(set)
    .where(and(eq(job.id, id), inArray(job.state, [...ACTIVE])))
    .returning({ id: job.id })
  return touched.length > 0
}

/** Fails jobs that no process has been seen working on since `before`. */
export async function failForsaken(db: Database, before: Date, now: Date, fault: string): Promise<void> {
  await db
    .update(job)
    .set({ state: 'failed', fault, endedAt: now.toISOString() })
    .where(and(inArray(job.state, [...ACTIVE]), lt(job.seenAt, before.toISOString())))
}

/** Deletes expired files; returns how many. */
export async function dropExpired(db: Database, now: Date): Promise<number> {
  const gone = await db
    .update(job)
    .set({ state: 'expired' })
    .where(and(eq(job.state, 'done'), lt(job.expiresAt, now.toISOString())))
    .returning({ id: job.id })
  for (const { id } of gone) await dropFile(db, id)
  return gone.length
}

/** Stores a piece of a file. */
export async function addPiece(db: Database, id: string, part: number, bytes: Uint8Array): Promise<void> {
  await db.execute(sql`insert into job_part (job, part, bytes)
    values (${id}::uuid, ${part}::int, decode(${Buffer.from(bytes).toString('base64')}::text, 'base64'))`)
}

/** Yields a file in pieces. */
export async function* readPieces(db: Database, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await db.execute<{ bytes: Uint8Array }>(
      sql`select bytes from job_part where job = ${id}::uuid and part = ${part}`,
    )
    if (rows[0] === undefined) return
    yield Buffer.from(rows[0].bytes)
  }
}

/** Deletes all jobs of a kind, with their files. */
export async function deleteJobs(tx: Transaction, kind: string): Promise<void> {
  await tx.delete(job).where(eq(job.kind, kind))
}

/** Deletes a file. */
export async function dropFile(db: Database, id: string): Promise<void> {
  await db.execute(sql`delete from job_part where job = ${id}::uuid`)
}
