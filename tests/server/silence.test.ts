import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/contract/access/roles.ts'
import { LONG, SEED, sized } from '../longRun.ts'
import { type DemoOffice, openDemoOffice } from './demoOffice.ts'
import { hostileBodies, hostileUploads, type UploadPlace } from './hostileUploads.ts'

let demo: DemoOffice
let places: Readonly<Record<UploadPlace, readonly (readonly [Role, string])[]>>

beforeAll(async () => {
  demo = await openDemoOffice()
  const own = `/api/years/2018/units/${demo.units.member}`
  places = {
    lists: [
      ['unit', `${own}/entry-imports?name=a.xlsx`],
      ['committee', '/api/years/2018/remedy-imports?name=a.xlsx'],
      ['committee', '/api/questions/preview?name=a.xlsx'],
      ['unit', `${own}/draw-lists/member/reading?name=a.xlsx`],
      ['committee', '/api/years/2018/inspectors/workbook?name=a.xlsx&step=check'],
    ],
    files: [['unit', '/api/files?name=a.docx']],
    scheme: [['committee', '/api/schemes/reading?file=a.yaml']],
    intake: [['committee', '/api/years/2018/intakes?name=a.xlsx']],
  }
})

afterAll(async () => {
  if (LONG)
    process.stdout.write(
      `longest silence, most work of the server between two answers, whole time, in ms:\n${figures.toSorted().toReversed().join('\n')}\n`,
    )
  await demo.close()
})

/** The share of full size at which a short run tries: enough that reading it in the server's own thread would show. */
const FULL = sized(1, 0.1)

/** All in the long run, a quarter in every other. */
const some = <T>(all: readonly T[]): readonly T[] =>
  LONG ? all : all.filter((_, at) => (at + SEED) % 4 === 0)

const figures: string[] = []
/** Milliseconds of work between two answers; in a short run more, for the collector of the tests' own memory. */
const MOST_BUSY = sized(200, 600)

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
    await upload(`JSON of ${name}`, 'committee', '/api/schemes/check', text, 'application/json')
    await upload(`JSON of ${name}`, 'committee', '/api/session/sign-in', text, 'application/json')
  },
)

async function upload(
  what: string,
  who: Role,
  url: string,
  payload: Uint8Array | string,
  type = 'application/octet-stream',
): Promise<void> {
  const { app } = demo.office
  const headers = {
    cookie: demo.people.get(who)!.cookie,
    'content-type': type,
    'idempotency-key': `silence-${figures.length}`,
  }
  const answer = app.inject({ method: 'POST', url, headers, payload: payload as string })
  const { longest, busy, took } = await watch(async () => {
    const { statusCode, body } = await answer
    expect([what, statusCode < 500, body.includes('程序出错')]).toEqual([what, true, false])
    if (url.includes('/intakes')) await untilRead(headers.cookie, (JSON.parse(body) as { id?: string }).id)
  })
  figures.push(`${[longest, busy, took].map(shown).join('')}  ${what}`)
  // What the server's own thread worked between two answers, which other programs do not lengthen.
  expect([what, busy < MOST_BUSY]).toEqual([what, true])
}

/** Waits until an import was read, which goes on after the answer. */
async function untilRead(cookie: string, id: string | undefined): Promise<void> {
  for (let state = 'waiting'; id !== undefined && ['waiting', 'reading', 'planning'].includes(state);) {
    await sleep(20)
    const { body } = await demo.office.app.inject({
      url: `/api/years/2018/intakes/${id}`,
      headers: { cookie },
    })
    state = (JSON.parse(body) as { state?: string }).state ?? ''
  }
}

/** The longest time between two answers of /api/health while something is done, the most work of this thread between two, and how long all took. */
async function watch(work: () => Promise<void>): Promise<{ longest: number; busy: number; took: number }> {
  const begun = performance.now()
  let [isDone, last, longest, busy, used] = [false, begun, 0, 0, workOf()]
  const health = async (): Promise<void> => {
    while (!isDone) {
      await demo.office.app.inject('/api/health')
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
      busy = Math.max(busy, workOf() - used)
      used = workOf()
      await sleep(5)
    }
  }
  const watching = health()
  await work()
  const took = performance.now() - begun
  isDone = true
  await watching
  return { longest, busy, took }
}

/** Milliseconds of processor that this thread has used. */
function workOf(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function shown(ms: number): string {
  return String(Math.round(ms)).padStart(8)
}
