// A survey under way: `npm run bench:survey -- [--cases 200000] [--units 2000] [--desks 60] [--seconds 60] [--out FILE]`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DatabaseSettings } from '../../src/server/platform/database/openDatabase.ts'
import { startPostgres } from '../../tests/server/startPostgres.ts'
import { startChild } from '../hall/child.ts'
import { loadNow, thisMachine } from '../machine.ts'
import type { Desks } from './desks.ts'
import type { Kind, SurveyServer } from './surveyServer.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    units: { type: 'string', default: '2000' },
    desks: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-survey.md') },
  },
})
const [cases, units, desks, seconds] = [values.cases, values.units, values.desks, values.seconds].map(
  Number,
) as [number, number, number, number]
const AIM = { p99: 200, page: 1000 }
const whole = (value: number) => Math.round(value).toLocaleString('en')
const held = (is: boolean) => (is ? 'held' : 'missed')
const row = (...cells: readonly string[]): string => {
  const line = `| ${cells.join(' | ')} |`
  process.stderr.write(`${line}\n`)
  return line
}
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  save: 'saving answers',
  next: 'next case',
  end: 'ending a call',
  page: 'the supervisor’s progress page',
}

/** What is looked at when the calls are half done, and after a half of the units is separated. */
const PAGES = [
  '',
  '/frame',
  '/progress',
  '/progress',
  '/cases?unit=U1',
  '/cases?unit=U2&page=0',
  '/draw.txt',
  '/erasure',
]
const AFTER = ['/progress', '/call-backs', '/analysis', '/open-answers']

async function timeDatabase(
  name: string,
  settings: DatabaseSettings,
  folder: string,
): Promise<readonly string[]> {
  const server = startChild<SurveyServer>('../survey/surveyServer.ts')
  const people = startChild<Desks>('../survey/desks.ts')
  const begun = performance.now()
  const open = await server.ask('open', { settings, folder, units, cases, desks })
  const { port, survey } = open
  process.stderr.write(`${name}: laid down in ${whole(performance.now() - begun)} ms\n`)
  const rows: string[] = [
    row(`${name}: sealed sheets opened in the background after a start`, `${whole(open.tallied)} ms`, '', ''),
  ]
  const look = (cookie: string, route: string, body?: object) =>
    people.ask('look', { port, cookie, route, body })
  const at = `/api/years/2018/surveys/${survey}`

  /** Interviewers work for a while; the supervisor looks at the progress every ten seconds. */
  const shift = async (what: string, every: number, saves: number, long: number) => {
    const before = await server.ask('answers', survey)
    await server.ask('begin', undefined)
    const timer = setInterval(() => void look(open.supervisor, `GET ${at}/progress`), 10_000)
    const seen = await people.ask('call', { ...open, every, saves, seconds: long })
    clearInterval(timer)
    const { times, processor } = await server.ask('cost', undefined)
    const after = await server.ask('answers', survey)
    for (const kind of Object.keys(KIND_NAMES) as Kind[]) {
      const { requests, p50, p99, most } = times[kind]
      if (requests === 0) continue
      const aim = kind === 'page' ? AIM.page : AIM.p99
      rows.push(
        row(
          `${name}, ${what}: ${KIND_NAMES[kind]}, ${whole(requests)} requests`,
          `${whole(p50)} / ${whole(p99)} ms, at most ${whole(most)} ms`,
          kind === 'page' ? `< ${AIM.page} ms` : `p99 < ${AIM.p99} ms`,
          held((kind === 'page' ? most : p99) < aim),
        ),
      )
    }
    const lost = before + seen.interviews - after
    const requests = Object.values(times).reduce((sum, one) => sum + one.requests, 0)
    rows.push(
      row(
        `${name}, ${what}: answers lost or beyond, cases on two desks, requests refused`,
        `${lost}, ${seen.twice}, ${seen.refused}`,
        '0, 0, 0',
        held(lost === 0 && seen.twice === 0 && seen.refused === 0),
      ),
      row(
        `${name}, ${what}: processor of the server`,
        `${((processor / (long * 1000)) * 100).toFixed(0)} % of one; ${(processor / requests).toFixed(1)} ms a request`,
        '',
        '',
      ),
    )
  }

  const pages = async (when: string, paths: readonly string[]) => {
    for (const path of ['GET /api/years/2018/surveys', ...paths.map(one => `GET ${at}${one}`)]) {
      const { took, bytes } = await look(open.supervisor, path)
      const short = path.replace(at, '…').replace('/api/years/2018/', '')
      rows.push(
        row(
          `${name}, ${when}: ${short}`,
          `${whole(took)} ms, ${whole(bytes / 1024)} KiB`,
          `< ${AIM.page} ms`,
          held(took < AIM.page),
        ),
      )
    }
  }
  const timed = async (what: string, act: () => Promise<{ took: number }>) => {
    const { took } = await act()
    rows.push(row(`${name}: ${what}`, `${whole(took)} ms`, '', ''))
  }

  await pages('calls half done', PAGES)
  await shift(`${desks} desks, a save every 10 s`, 10_000, 3, seconds)
  await shift(`${desks} desks, ten times as fast`, 1000, 3, seconds / 2)
  const full = Array.from({ length: units / 2 }, (_, nth) => `U${2 * nth + 1}`)
  await timed(`${whole(units / 2)} units ended`, () =>
    look(open.supervisor, `POST ${at}/end`, { units: full }),
  )
  await server.ask('confirmAll', undefined)
  await timed(`${whole(units / 2)} units separated`, () =>
    look(open.supervisor, `POST ${at}/separate`, { units: full }),
  )
  await pages('half separated', AFTER)
  await Promise.all([server.stop(), people.stop()])
  return rows
}

const folder = mkdtempSync(join(tmpdir(), 'hengping-survey-'))
const before = loadNow()
const rows: string[] = []
if (values.only !== 'postgres')
  rows.push(
    ...(await timeDatabase('embedded', { kind: 'embedded', folder: join(folder, 'one') }, join(folder, 'a'))),
  )
if (values.only !== 'embedded') {
  const postgres = await startPostgres(true)
  rows.push(
    ...(await timeDatabase(
      'PostgreSQL',
      { kind: 'server', url: postgres.url, poolSize: 10 },
      join(folder, 'b'),
    )),
  )
  await postgres.stop()
}
rmSync(folder, { recursive: true, force: true })
const { processor, cores, memory, system, node } = thisMachine()
writeFileSync(
  values.out,
  `# Interviewers at work

Written by \`npm run bench:survey\`; do not edit by hand.

- Date: ${values.date}
- Machine: ${processor}, ${cores} cores, ${memory}, ${system}; Node ${node}
- Load of the machine before and after (1-minute average): ${before.toFixed(1)}, ${loadNow().toFixed(1)}
- ${whole(cases)} stored cases of ${whole(units)} units, two groups each; of every other unit the quota is full when the clock starts. Keys lie in files, fsync is on.
- ${desks} interviewers in a process of their own take a case, save three times and end the call; a supervisor looks at the progress every 10 s. Times run from a request read to its answer written, p50 / p99, those of pages until the reader has them.

| what | measured | aim | held |
|---|---|---|---|
${rows.join('\n')}
`,
)
