import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { throwBelow } from '../../../src/demo/dice.ts'
import { migrate } from '../../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { SEED } from '../../longRun.ts'
import { SHORT_LIVED } from '../bundleProgram.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { openOffice } from '../office.ts'
import { finished } from '../finished.ts'
import { upholdObjections } from '../upholdObjections.ts'

/** Letters of the batch, and servers killed while they issue it. */
const [UNITS, KILLS] = [2000, 5]

/** Letters that one transaction keeps. */
const AT_ONCE = 50

const folder = mkdtempSync(join(tmpdir(), '衡评 断发-'))
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Lays down a year that is sealed and approved, with a draft of a letter to each unit. */
async function layDrafts(): Promise<{ cookie: string; issuer: string; letters: number }> {
  const database = await openDatabase({ kind: 'embedded', folder })
  await migrate(database)
  const office = await openOffice(database)
  await layDemoYear(office.context, UNITS)
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
  const ask = async (who: typeof committee, route: string, body?: object) => {
    const said = await who.ask(route, body && { body })
    expect(said.status, said.text).toBe(200)
    return said.body
  }
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await ask(committee, 'GET /api/years/2018')
  await ask(committee, 'POST /api/years/2018/seals', { revision })
  await ask(leading, 'POST /api/years/2018/seals/1/approve', {})
  const issuer = randomUUID()
  const names = ['中共示范州直属机关工作委员会']
  const body = { names, word: '州直工发', imprint: '', revision: 0 }
  await ask(committee, `PUT /api/documents/issuers/${issuer}`, body)
  const { job } = await ask(committee, 'POST /api/years/2018/documents', { kind: 'feedback', all: true })
  expect(await finished(committee, job)).toMatchObject({ state: 'done' })
  const { documents } = await ask(committee, 'GET /api/years/2018/documents')
  await office.close()
  await database.close()
  return { cookie: committee.cookie, issuer, letters: (documents as readonly Row[]).length }
}

/** Starts a server on the folder. */
async function serve(cookie: string) {
  const program = join(import.meta.dirname, 'issuingServer.ts')
  const settings = JSON.stringify({ kind: 'embedded', folder })
  const child = spawn(process.execPath, [SHORT_LIVED, '--no-warnings', program, settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended: ${code}`)))
  ended.catch(() => {})
  const [port, found] = String((await Promise.race([once(child.stdout, 'data'), ended]))[0])
    .trim()
    .split(' ')
  const fetchOf = (path: string, body?: object, method = body ? 'POST' : 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body && { body: JSON.stringify(body) }),
    })
  return {
    child,
    found: Number(found),
    fetchOf,
    ask: async <T>(path: string, body?: object) => (await fetchOf(path, body)).json() as Promise<T>,
  }
}

/** What somebody types into a draft while letters are issued. */
const TYPED = { title: '改过的标题', addressee: '', copyTo: '', attachments: '', signer: '', note: '' }

interface Job {
  readonly id: string
  readonly state: string
  readonly progress: number
  readonly fault?: string
}
interface Row {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly number?: string
  readonly standing: string
}

test(`a server killed ${KILLS} times while it issues ${UNITS} letters: no number is lost or taken twice, no unit gets two letters, what somebody typed meanwhile is issued, and the page says what happened`, async () => {
  const { cookie, issuer, letters } = await layDrafts()
  const order = { kind: 'feedback', issuer, day: '2018-12-24' }
  const at = '/api/years/2018/documents'
  let kept = 0
  let edited: string | undefined
  for (let kill = 0; kill <= KILLS; kill++) {
    const { child, found, ask, fetchOf } = await serve(cookie)
    expect(found).toBeGreaterThanOrEqual(kept)
    const { documents } = await ask<{ documents: readonly Row[] }>(at)
    const numbers = documents.flatMap(({ number }) => (number ? [Number(/(\d+)号/.exec(number)![1])] : []))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: found }, (_, nth) => nth + 1),
    )
    expect(new Set(documents.map(({ unit }) => unit)).size).toBe(letters)
    expect(documents).toHaveLength(letters)
    // On a quick machine all of them may be issued before the kill: then nothing was broken off.
    if (kill > 0 && found < letters) {
      const { jobs } = await ask<{ jobs: readonly Job[] }>('/api/jobs')
      expect(jobs[0]).toMatchObject({
        state: 'failed',
        fault: expect.stringContaining('已经办完的部分照旧有效'),
      })
    }
    // Letters are issued by unit: the last one waits longest.
    const drafts = documents.filter(({ standing }) => standing === 'draft')
    const last = drafts.toSorted((one, other) => (one.unit < other.unit ? -1 : 1)).at(-1)?.id
    const { job } = found < letters ? await ask<{ job: string }>(`${at}/issue`, order) : {}
    for (let isFirst = true; job !== undefined; isFirst = false) {
      const one = await ask<Job>(`/api/jobs/${job}`)
      if (one.state === 'done') break
      expect(['waiting', 'running'], one.fault).toContain(one.state)
      if (one.progress > 0) kept = Math.max(kept, found + Math.min(AT_ONCE, letters - found))
      if (edited === undefined && one.progress > 0) {
        const body = { ...TYPED, revision: 1 }
        expect((await fetchOf(`${at}/${last}`, body, 'PUT')).status).toBe(200)
        edited = last
      }
      if (kill < KILLS && one.progress > 0 && !isFirst) {
        await setTimeout(throwBelow(SEED, kill, 300))
        break
      }
      await setTimeout(20)
    }
    if (kill === KILLS) {
      const { job: packing } = await ask<{ job: string }>(`${at}/pack`, { kind: 'feedback' })
      for (;;) {
        const { state, fault } = await ask<Job>(`/api/jobs/${packing}`)
        if (state === 'done') break
        expect(['waiting', 'running'], fault).toContain(state)
        await setTimeout(50)
      }
      const zip = new Uint8Array(await (await fetchOf(`/api/jobs/${packing}/file`)).arrayBuffer())
      expect(Object.keys(unzipSync(zip))).toHaveLength(letters)
      const rows = (await ask<{ documents: readonly Row[] }>(at)).documents
      expect(rows.filter(({ standing }) => standing === 'issued')).toHaveLength(letters)
      expect(rows.find(({ id }) => id === edited)?.title).toBe(TYPED.title)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
})
