import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { insertJob } from '../../src/server/platform/jobs/jobs.store.ts'
import { type JobWork, jobsOf } from '../../src/server/platform/jobs/createJobs.ts'
import { describeOnEachDatabase } from './databases.ts'
import { type Office, openOffice, type Visitor } from './office.ts'

describeOnEachDatabase('work in the background', open => {
  let database: OpenDatabase
  let office: Office
  let maker: Visitor & { readonly id: string }

  beforeEach(async () => {
    database = await open()
    office = await openOffice(database)
    maker = await office.someone('kaohe', [{ role: 'committee' }])
  })
  afterEach(() => office.close())

  async function start(work: JobWork): Promise<string> {
    const id = randomUUID()
    const { context } = office
    await context.db.transaction(tx =>
      insertJob(tx, { id, kind: 'trial', name: '试做', owner: maker.id }, context.now()),
    )
    jobsOf(context).start(id, work)
    return id
  }

  const look = async (id: string, who: Visitor = maker) => (await who.ask(`GET /api/jobs/${id}`)).body
  async function until(id: string, state: string) {
    for (;;) {
      const job = await look(id)
      if (job['state'] === state) return job
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }

  const file: JobWork = async () => ({
    name: '结果.txt',
    type: 'text/plain',
    pieces: [Buffer.from('一'), Buffer.from('二')],
  })

  test('a job continues while its owner is away; its file is available only to its owner until it expires', async () => {
    const id = await start(file)
    expect(await until(id, 'done')).toMatchObject({ progress: 1, file: { name: '结果.txt', bytes: 6 } })
    expect((await maker.ask(`GET /api/jobs/${id}/file`)).text).toBe('一二')
    expect((await maker.ask('GET /api/jobs')).body['jobs']).toHaveLength(1)
    const other = await office.someone('qita', [{ role: 'committee' }])
    expect(await look(id, other)).toMatchObject({ code: 'notFound' })
    expect((await other.ask(`GET /api/jobs/${id}/file`)).body).toMatchObject({ code: 'notFound' })
    await database.db.execute(sql`update job set expires_at = '2000-01-01'`)
    expect((await maker.ask(`GET /api/jobs/${id}/file`)).body).toMatchObject({ code: 'jobExpired' })
    const { rows } = await database.db.execute<{ left: number }>(
      sql`select count(*)::int as left from job_part`,
    )
    expect(rows[0]!.left).toBe(0)
  })

  test('a running or waiting job can be cancelled', async () => {
    const runs = await start(
      ({ tell, signal }) =>
        new Promise((_, reject) => {
          tell('在做', 0.4)
          signal.addEventListener('abort', () => reject(new Error('stopped')))
        }),
    )
    const waits = await start(file)
    await until(runs, 'running')
    expect((await maker.ask(`GET /api/jobs/${waits}/file`)).body).toMatchObject({
      code: 'jobNotDone',
      message: expect.stringContaining('等待'),
    })
    for (const id of [waits, runs])
      expect((await maker.ask(`POST /api/jobs/${id}/cancel`, { body: {} })).body).toMatchObject({
        state: 'cancelled',
      })
    const next = await start(file)
    await until(next, 'done')
    expect([(await look(runs))['state'], (await look(waits))['state']]).toEqual(['cancelled', 'cancelled'])
  })

  test('a job that fails says so without internal terms; a job that no process works on any more is marked as aborted', async () => {
    const broken = await start(async () => {
      throw new Error('秘密')
    })
    const failed = await until(broken, 'failed')
    expect(failed['fault']).toContain('请重试')
    expect(JSON.stringify(failed)).not.toContain('秘密')
    const { context } = office
    const id = randomUUID()
    await context.db.transaction(tx =>
      insertJob(tx, { id, kind: 'trial', name: '无人', owner: maker.id }, new Date('2018-01-01')),
    )
    expect(await look(id)).toMatchObject({ state: 'failed', fault: expect.stringContaining('中断') })
  })
})
