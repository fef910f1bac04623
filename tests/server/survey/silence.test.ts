import { mkdtempSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONG, paceOfMachine, sized } from '../../longRun.ts'
import { layDatabase } from '../layDatabase.ts'
import { type WatchedServer, watchServer } from '../watchedServer.ts'
import type { BigSurveys } from './bigSurvey.ts'
import { frameFile } from './surveyOffice.ts'

/** Units and cases of a survey: in a short run enough that one long statement would show. */
const [UNITS, CASES] = [sized(1000, 150), sized(100_000, 15_000)]

/** The answers of a bureau's file. */
const ROWS = sized(200_000, 15_000)

/** People of a frame. */
const PEOPLE = sized(200_000, 8_000)

/** Milliseconds of work between two answers of the database. A batch is separated in one transaction (docs/decisions/0028): a thousand units at once take longer. Processor time is three times as much where other programs share the cores, so the long run holds the limit, longer on a slower machine. */
const pace = LONG ? paceOfMachine() : 1
const [MOST, MOST_OF_A_BATCH] = [sized(200, 600) * pace, sized(1500, 4500) * pace]

let server: WatchedServer
let place: BigSurveys

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-survey-'))
  await layDatabase(join(folder, 'database'), 'migrated')
  const script = join(import.meta.dirname, 'bigSurvey.ts')
  server = await watchServer(script, [folder, `${UNITS}`, `${CASES}`], [], folder)
  place = JSON.parse(server.said.split('\n')[0]!) as BigSurveys
})

afterAll(() => server.close())

const at = (survey: string, rest: string) => `/api/years/2018/surveys/${survey}/${rest}`

async function ask(method: string, path: string, body?: object | Uint8Array): Promise<string> {
  const isFile = body instanceof Uint8Array
  const headers = {
    cookie: place.cookie,
    'content-type': isFile ? 'application/octet-stream' : 'application/json',
    'idempotency-key': crypto.randomUUID(),
  }
  const sent = body === undefined ? undefined : isFile ? body : JSON.stringify(body)
  const said = await server.send(method, path, headers, sent)
  expect([path, said.status, said.status === 200 ? '' : said.body]).toEqual([path, 200, ''])
  return said.body
}

/** How far a draw is that goes on after its request was answered. */
interface Drawing {
  readonly drawing?: number
}

/** Does something, and holds that the database answers others meanwhile. */
async function quietly(what: string, work: () => Promise<unknown>, most = MOST): Promise<void> {
  const { busy, took, longest } = await server.watch(async () => void (await work()))
  if (LONG)
    writeSync(2, `${[busy, longest, took].map(ms => `${Math.round(ms)}`.padStart(8)).join('')}  ${what}\n`)
  expect([what, busy < most ? 'answers others' : `${busy} ms`]).toEqual([what, 'answers others'])
}

/** Sends a file, and waits until it has been read. */
async function sendFile(survey: string, path: string, bytes: Uint8Array) {
  const { id } = JSON.parse(await ask('POST', at(survey, path), bytes)) as { id: string }
  for (;;) {
    const { imports } = JSON.parse(await ask('GET', at(survey, path.split('?')[0]!))) as {
      imports: { id: string; state: string; refused: number; accepted: number }[]
    }
    const found = imports.find(one => one.id === id)!
    if (found.state !== 'reading') return found
    await sleep(100)
  }
}

test('others are answered while answers are separated, and while they are first analysed', async () => {
  const { whole } = place.surveys
  await quietly(
    'answers separated',
    () => ask('POST', at(whole, 'separate'), { units: place.units.map(({ id }) => id) }),
    MOST_OF_A_BATCH,
  )
  await quietly('first analysis', () => ask('GET', at(whole, 'analysis')))
  await quietly('open answers', () => ask('GET', at(whole, 'open-answers')))
})

test(`others are answered while a bureau’s file of ${ROWS} answers is read and analysed`, async () => {
  const { file } = place.surveys
  const lines = Array.from({ length: ROWS }, (_, nth) => {
    const { name } = place.units[nth % UNITS]!
    return `${name},${nth % 3 === 0 ? '群众' : '党员'},${nth % 7 === 0 ? '不满意' : '满意'},${nth % 5 === 0 ? `希望多来社区${nth}` : ''}`
  })
  const bytes = new TextEncoder().encode(['单位,对象,第1题,第2题', ...lines].join('\n'))
  let id = ''
  await quietly('file read', async () => {
    const read = await sendFile(file, 'file?name=a.csv&kind=answers', bytes)
    expect(read).toMatchObject({ state: 'read', accepted: ROWS, refused: 0 })
    id = read.id
  })
  await ask('POST', at(file, `file/${id}/keep`), {})
  await quietly('file analysed', () => ask('GET', at(file, 'analysis')))
  await quietly('open answers of the file', () => ask('GET', at(file, 'open-answers')))
})

test(`others are answered while a frame of ${PEOPLE} is read, kept and drawn`, async () => {
  const { frame } = place.surveys
  const rows = Array.from({ length: PEOPLE }, (_, nth) => [
    `139${String(nth).padStart(8, '0')}`,
    place.units[nth % UNITS]!.name,
    Math.floor(nth / UNITS) % 3 === 0 ? '群众' : '党员',
    nth % 4 === 0 ? '乡镇' : '机关',
    '张三',
  ])
  const bytes = await frameFile([['电话号码', '单位', '对象', '层', '姓名'], ...rows])
  let id = ''
  await quietly('frame read', async () => {
    const read = await sendFile(frame, 'frame?name=a.xlsx', bytes)
    expect(read).toMatchObject({ state: 'read', accepted: PEOPLE, refused: 0 })
    id = read.id
  })
  await quietly('frame kept', () => ask('POST', at(frame, `frame/${id}/keep`), {}))
  await quietly('frame seen', () => ask('GET', at(frame, 'frame')))
  const { revision } = JSON.parse(await ask('GET', at(frame, '').slice(0, -1))) as { revision: number }
  const parts = ['组织考核者', '调查方'].map(by => ({ by, text: '1234' }))
  await quietly('sample drawn', async () => {
    await ask('POST', at(frame, 'draw'), { revision, parts })
    const isUnderWay = async () =>
      (JSON.parse(await ask('GET', at(frame, 'frame'))) as Drawing).drawing !== undefined
    while (await isUnderWay()) await sleep(100)
  })
  await quietly('record of the draw', () => ask('GET', at(frame, 'draw.txt')))
})

test('others are answered while units are ended', async () => {
  const { called } = place.surveys
  await quietly('progress', () => ask('GET', at(called, 'progress')))
  await quietly('units ended', () =>
    ask('POST', at(called, 'end'), { units: place.units.map(({ id }) => id) }),
  )
  await quietly('call-backs', () => ask('GET', at(called, 'call-backs')))
})
