import { readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONG, SEED, sized } from '../longRun.ts'
import { hostileBodies, hostileUploads, type UploadPlace } from './hostileUploads.ts'
import { startWatchedServer, type WatchedServer } from './watchedServer.ts'

type Sender = 'kaohe' | 'danwei'

let server: WatchedServer
let places: Readonly<Record<UploadPlace, readonly (readonly [Sender, string])[]>>
const cookies = new Map<Sender, string>()

beforeAll(async () => {
  server = await startWatchedServer(24)
  for (const name of ['kaohe', 'danwei'] as const) cookies.set(name, await server.signIn(name))
  const { body } = await server.send('GET', '/api/session', { cookie: cookies.get('danwei')! })
  const own = `/api/years/2018/units/${/"unit":"([^"]+)"/.exec(body)![1]}`
  places = {
    lists: [
      ['danwei', `${own}/entry-imports?name=a.xlsx`],
      ['kaohe', '/api/years/2018/remedy-imports?name=a.xlsx'],
      ['kaohe', '/api/questions/preview?name=a.xlsx'],
      ['danwei', `${own}/draw-lists/member/reading?name=a.xlsx`],
      ['kaohe', '/api/years/2018/inspectors/workbook?name=a.xlsx&step=check'],
    ],
    files: [['danwei', '/api/files?name=a.docx']],
    scheme: [['kaohe', '/api/schemes/reading?file=a.yaml']],
    intake: [['kaohe', '/api/years/2018/intakes?name=a.xlsx']],
  }
  tell('longest silence, most work of the server between two turns, whole time, in ms:')
})

afterAll(() => server.close())

/** The share of full size at which a short run tries: enough that reading it in the server's own thread would show. */
const FULL = sized(1, 0.1)

/** All in the long run, a quarter in every other. */
const some = <T>(all: readonly T[]): readonly T[] =>
  LONG ? all : all.filter((_, at) => (at + SEED) % 4 === 0)

/** Milliseconds of silence, on a machine that does nothing else. */
const MOST = 200

test.each(some(hostileUploads(FULL)))(
  'others are answered while somebody sends $name',
  async ({ name, to, make }) => {
    const bytes = await make()
    for (const place of to)
      for (const [who, path] of places[place].slice(0, LONG ? Infinity : 1))
        await upload(
          `${name} (${(bytes.length / 1e6).toFixed(1)} MB) to ${path.split('?')[0]}`,
          who,
          path,
          bytes,
        )
  },
)

test.each(some(hostileBodies(FULL)))(
  'others are answered while somebody sends JSON of $name',
  async ({ name, text }) => {
    await upload(`JSON of ${name}`, 'kaohe', '/api/schemes/check', text, 'application/json')
    await upload(`JSON of ${name}`, 'kaohe', '/api/session/sign-in', text, 'application/json')
  },
)

test('what the server writes is for its owner alone, not for other users of the machine', () => {
  const all = readdirSync(server.data, { recursive: true, encoding: 'utf8' })
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(path => (statSync(join(server.data, path)).mode & 0o077) !== 0)).toEqual([])
})

async function upload(
  what: string,
  who: Sender,
  path: string,
  payload: Uint8Array | string,
  type = 'application/octet-stream',
): Promise<void> {
  const cookie = cookies.get(who)!
  const headers = { cookie, 'content-type': type, 'idempotency-key': crypto.randomUUID() }
  const { longest, busy, took } = await server.watch(async () => {
    const { status, body } = await server.send('POST', path, headers, payload)
    expect([what, status < 500, body.includes('程序出错')]).toEqual([what, true, false])
    if (path.includes('/intakes')) await untilRead(cookie, (JSON.parse(body) as { id?: string }).id)
  })
  tell(`${[longest, busy, took].map(shown).join('')}  ${what}`)
  expect([what, busy < MOST]).toEqual([what, true])
  // Other programs lengthen this, so only the long run, on a machine of its own, holds it.
  if (LONG) expect([what, longest < MOST]).toEqual([what, true])
}

/** Waits until an import was read, which goes on after the answer. */
async function untilRead(cookie: string, id: string | undefined): Promise<void> {
  for (let state = 'waiting'; id !== undefined && ['waiting', 'reading', 'planning'].includes(state);) {
    await sleep(50)
    const { body } = await server.send('GET', `/api/years/2018/intakes/${id}`, { cookie })
    state = (JSON.parse(body) as { state?: string }).state ?? ''
  }
}

/** Tells a figure of the long run at once. */
function tell(line: string): void {
  if (LONG) writeSync(2, `${line}\n`)
}

function shown(ms: number): string {
  return String(Math.round(ms)).padStart(8)
}
