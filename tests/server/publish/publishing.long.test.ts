import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { throwBelow } from '../../../src/demo/dice.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { SEED } from '../../longRun.ts'
import { SHORT_LIVED } from '../bundleProgram.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { openOffice } from '../office.ts'
import { upholdObjections } from '../upholdObjections.ts'
import { startWatchedServer, type WatchedServer } from '../watchedServer.ts'
import { AT, plan } from './publishOffice.ts'

/** Units that are published while others are answered, units of the servers that are killed, and how many are. */
const [UNITS, FEWER, KILLS] = [2000, 500, 8]

/** Milliseconds that the server's thread may work without a turn for others. */
const MOST = 200

const YEAR = '/api/years/2018'
const folder = mkdtempSync(join(tmpdir(), '衡评 断布-'))
const children = new Set<ChildProcess>()
let watched: WatchedServer | undefined
afterAll(async () => {
  await watched?.close()
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A period that holds today, whatever the day of the run. */
function period(): { readonly from: string; readonly to: string } {
  const today = new Date()
  const [from, to] = [0, 7].map(days =>
    new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10),
  )
  return { from: from!, to: to! }
}

type Ask = (who: string, route: string, body?: object) => Promise<Record<string, never>>

/** Brings a demo year to the day before its publication. */
async function releaseResult(ask: Ask): Promise<void> {
  await upholdObjections((route, body) => ask('kaohe', route, body))
  const { revision } = await ask('kaohe', `GET ${YEAR}`)
  await ask('kaohe', `POST ${YEAR}/seals`, { revision })
  await ask('lingdao', `POST ${YEAR}/seals/1/approve`, {})
  await ask('kaohe', `POST ${YEAR}/release`, { seal: 1 })
  const parts = ['report', 'rectification', 'ballots', 'grade', 'place', 'composite']
  await ask('kaohe', `PUT ${AT}`, { ...plan, parts, ...period() })
}

test(`others are answered while the pages of ${UNITS} units are published, and while they are packed`, async () => {
  const server = await startWatchedServer(UNITS)
  watched = server
  const cookies = { kaohe: await server.signIn('kaohe'), lingdao: await server.signIn('lingdao') }
  const ask: Ask = async (who, route, body) => {
    const [method, path] = route.split(' ') as [string, string]
    const cookie = cookies[who as 'kaohe' | 'lingdao']
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const said = await server.send(method, path, headers, body && JSON.stringify(body))
    expect(said.status, said.body).toBe(200)
    return JSON.parse(said.body) as Record<string, never>
  }
  await releaseResult(ask)
  const publishing = await server.watch(async () => {
    await ask('kaohe', `POST ${AT}/release`, { revision: 1 })
  })
  expect(publishing.busy).toBeLessThan(MOST)
  const progress = new Set<number>()
  const packing = await server.watch(async () => {
    const { job } = await ask('kaohe', `POST ${AT}/site`, {})
    for (;;) {
      const one = await ask('kaohe', `GET /api/jobs/${String(job)}`)
      progress.add(Number(one['progress']))
      if (String(one['state']) === 'done') return
      await setTimeout(100)
    }
  })
  expect(packing.busy).toBeLessThan(MOST)
  expect(progress.size).toBeGreaterThan(5)
})

test(`a server killed ${KILLS} times while it publishes ${FEWER} units has published all pages or none`, async () => {
  const settings = { kind: 'embedded', folder } as const
  const database = await openDatabase(settings)
  await migrate(database)
  const office = await openOffice(database)
  await layDemoYear(office.context, FEWER)
  const people = {
    kaohe: await office.someone('kaohe', [{ role: 'committee' }]),
    lingdao: await office.someone('lingdao', [{ role: 'leadingGroup' }]),
  }
  await releaseResult(async (who, route, body) => {
    const said = await people[who as 'kaohe' | 'lingdao'].ask(route, body && { body })
    expect(said.status, said.text).toBe(200)
    return said.body as Record<string, never>
  })
  const { cookie } = people.kaohe
  await office.close()
  await database.close()

  const outcomes = new Set<boolean>()
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, post, revision, released } = await serve(cookie)
    const at = released ? revision + 1 : revision
    if (released) await post('withdraw', { revision, reason: '再发布一次' })
    const answered = post('release', { revision: at }).catch(() => undefined)
    // The last one is killed once it has answered.
    await (kill === KILLS - 1 ? answered : setTimeout(kill === 0 ? 0 : throwBelow(SEED, kill, 1500)))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const reopened = await openDatabase(settings)
    const { rows } = await reopened.db.execute<{ released: boolean; hash: string | null; pages: number }>(
      sql`select released, hash, (select count(*)::int from published_unit) as pages from publication`,
    )
    await reopened.close()
    const [{ released: isOut, hash, pages }] = rows as [(typeof rows)[number]]
    expect([isOut, hash !== null, pages > FEWER - 50]).toEqual([isOut, isOut, isOut])
    if (!isOut) expect(pages).toBe(0)
    outcomes.add(isOut)
  }
  expect(outcomes).toEqual(new Set([false, true]))
})

/** Starts a server on the folder, and reads how the publication stands. */
async function serve(cookie: string) {
  const program = join(import.meta.dirname, '../documents/issuingServer.ts')
  const settings = JSON.stringify({ kind: 'embedded', folder })
  const child = spawn(process.execPath, [SHORT_LIVED, '--no-warnings', program, settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const [port] = String((await once(child.stdout, 'data'))[0]).split(' ')
  const headers = () => ({ cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() })
  const address = `http://127.0.0.1:${port}${AT}`
  const post = async (what: string, body: object) => {
    const said = await fetch(`${address}/${what}`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(body),
    })
    expect(said.status, await said.text()).toBe(200)
  }
  const { plan: stored } = (await (await fetch(address, { headers: headers() })).json()) as {
    plan: { revision: number; releasedBy?: string }
  }
  return { child, post, revision: stored.revision, released: stored.releasedBy !== undefined }
}
