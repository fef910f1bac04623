import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { TrailLine } from '../../src/files/trail/trailHash.ts'
import { verifyTrail } from '../../src/files/trail/verifyTrail.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { bundleProgram, PROGRAMS, SHORT_LIVED } from './bundleProgram.ts'
import type { WriterOrder } from './killedWriter.ts'

/** A writing process and what it has said. */
export interface Writer {
  readonly child: ChildProcess
  readonly wrote: string[]
  /** how much was there when it began. */
  readonly found: Promise<number>
  readonly ended: Promise<{ readonly complaint: string }>
}

/** Puts a writer into one file, which starts in a fraction of the time; gives how to start one, and how to clear up. */
export async function prepareWriters<O extends object = WriterOrder>(
  source = 'killedWriter.ts',
): Promise<{ start(order: O): Writer; drop(): void }> {
  const file = join(PROGRAMS, `${basename(source, '.ts')}-${process.pid}.mjs`)
  await bundleProgram(join(import.meta.dirname, source), file)
  const started = new Set<ChildProcess>()
  return {
    start: order => {
      const writer = start(file, order)
      started.add(writer.child)
      return writer
    },
    drop: () => {
      // A writer of a test that failed would write on till the end of the run.
      for (const child of started) child.kill('SIGKILL')
      rmSync(file, { force: true })
    },
  }
}

function start(file: string, order: object): Writer {
  const child = spawn(process.execPath, [SHORT_LIVED, file, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const wrote: string[] = []
  let complaint = ''
  child.stderr.on('data', chunk => (complaint += String(chunk)))
  const ended = new Promise<{ complaint: string }>(resolve => child.on('close', () => resolve({ complaint })))
  const found = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      const [word, value] = line.split(' ')
      if (word === 'found') resolve(Number(value))
      if (word === 'wrote') wrote.push(value!)
    })
    void ended.then(end => reject(new Error(`the writer ended before it began: ${end.complaint}`)))
  })
  found.catch(() => {})
  return { child, wrote, found, ended }
}

/** All that was answered for is there; state, trail and key of each write stand together; the chain is whole. Gives the number of writes. */
export async function expectWhole(
  { db }: Pick<OpenDatabase, 'db'>,
  answered: ReadonlySet<string>,
): Promise<number> {
  const list = async (query: ReturnType<typeof sql>): Promise<readonly string[]> =>
    (await db.execute<{ id: string }>(query)).rows.map(row => row.id).toSorted()
  const states = await list(sql`select key as id from setting`)
  const there = new Set(states)
  expect(
    [...answered].filter(id => !there.has(id)),
    'answered for, and lost',
  ).toEqual([])
  expect(await list(sql`select values->>'version' as id from trail`)).toEqual(states)
  expect(await list(sql`select key as id from idempotency where answer is not null`)).toEqual(states)
  expect(await list(sql`select key as id from idempotency`)).toEqual(states)
  const { rows } = await db.execute<TrailLine & Record<string, unknown>>(
    sql`select seq, at, actor, actor_name as "actorName", kind, year, unit, values, prev, hash from trail order by seq`,
  )
  const head = await db.execute<{ seq: number; hash: string }>(sql`select seq, hash from trail_head`)
  expect(await verifyTrail(rows, head.rows[0])).toMatchObject({ whole: true, lines: states.length })
  return states.length
}
