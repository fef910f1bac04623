// A hall voting at once: `npm run bench:hall -- [--phones 1000] [--seconds 60] [--burst 2000] [--out FILE]`. Under five minutes on a quiet machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { DatabaseSettings } from '../../src/server/platform/database/openDatabase.ts'
import { startPostgres } from '../../tests/server/startPostgres.ts'
import { loadNow, thisMachine } from '../machine.ts'
import { timePhone, timeRecount, timeSigning } from './timeAlone.ts'
import { timeBelenios } from './timeBelenios.ts'
import { type Crowd, type HallTimes, timeHall } from './timeHall.ts'
import { timeStore } from './timeStore.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    burst: { type: 'string', default: '2000' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-hall.md') },
  },
})
const size = { phones: Number(values.phones), seconds: Number(values.seconds), burst: Number(values.burst) }
const whole = (value: number) => Math.round(value).toLocaleString('en')
const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const held = (is: boolean) => (is ? 'held' : 'missed')

function say(line: string): string {
  process.stderr.write(`${line}\n`)
  return line
}

/** One row: what, measured, aim, and whether it held by the clock and by processor time. */
const row = (...cells: readonly string[]): string => say(`| ${cells.join(' | ')} |`)

function hallRows(name: string, { votes, burst, waiting, echo, lost, extra }: HallTimes): readonly string[] {
  const perRequest = ({ cost }: Crowd) => `${(cost.processor / cost.requests).toFixed(2)} ms`
  const times = ({ seen, cost }: Crowd) =>
    `${whole(cost.p50)} / ${whole(cost.p99)} ms at the server, ${whole(seen.p50)} / ${whole(seen.p99)} ms at the phone`
  const share = ({ seen, cost }: Crowd) =>
    `${((cost.processor / seen.all) * 100).toFixed(0)} % of one processor`
  return [
    row(
      `${name}: ${whole(size.phones)} phones in ${size.seconds} s (slip, credential, sheet), 5 % sent twice, 5 % of answers cut`,
      `${times(votes)}; refused ${votes.seen.refused}`,
      'p99 < 300 ms at the server',
      held(votes.cost.p99 < 300),
      `${perRequest(votes)}; ${share(votes)}`,
    ),
    row(
      `${name}: ${whole(size.burst)} sheets in 2 s`,
      `acknowledged ${whole(burst.seen.acknowledged.length)}, the last ${inSeconds(burst.seen.all)} after the first was sent; ${times(burst)}`,
      'all within 3 s',
      held(burst.seen.acknowledged.length === size.burst && burst.seen.all < 3000),
      `${perRequest(burst)}; ${inSeconds(burst.cost.processor)} in all`,
    ),
    row(
      `${name}: sheets lost, sheets beyond`,
      `${lost}, ${extra}`,
      '0, 0',
      held(lost === 0 && extra === 0),
      '',
    ),
    row(
      `${name}: ${whole(waiting.cost.requests / 10)} looks a second at a slip, as ${whole(size.phones)} waiting phones send`,
      times(waiting),
      '',
      '',
      `${perRequest(waiting)}; ${share(waiting)}`,
    ),
    row(
      `yardstick: the same sheets in 2 s to a bare node:http that hashes them`,
      `the last after ${inSeconds(echo.seen.all)}; ${times(echo)}`,
      '',
      '',
      `${perRequest(echo)}; ours costs ${(burst.cost.processor / burst.cost.requests / (echo.cost.processor / echo.cost.requests)).toFixed(1)} × as much`,
    ),
    row(
      `the phones’ own process: late behind their plan, processor time`,
      `p99 ${whole(Math.max(votes.seen.lateP99, burst.seen.lateP99))} ms`,
      '',
      '',
      `${inSeconds(votes.seen.processor + burst.seen.processor)}`,
    ),
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'hengping-hall-'))
const before = loadNow()
const making = await timePhone()
const signing = await timeSigning(1000)
const [ours, independent] = await timeRecount(2000)
const rows = [
  row('1,000 credentials signed', '', '< 1 s of processor', held(signing < 1000), inSeconds(signing)),
  row('recount of 2,000 × 40, ours', inSeconds(ours), '< 10 s', held(ours < 10_000), ''),
  row(
    'recount of 2,000 × 40, the independent one',
    inSeconds(independent),
    '< 10 s',
    held(independent < 10_000),
    '',
  ),
  row(
    'what a phone computes in all, on a processor six times slower',
    '',
    '< 2 s',
    held(6 * making.first < 2000),
    inSeconds(6 * making.first),
  ),
]

async function timeDatabase(name: string, settings: (part: string) => DatabaseSettings, aim: number) {
  const hall = await timeHall(settings('hall'), size)
  const { grouped, bare } = await timeStore(settings('store'), hall.sealedLength)
  rows.push(
    row(
      `${name}: sheets kept at the store, fsync on`,
      `${whole(grouped)}/s; ${(grouped / bare).toFixed(1)} × a bare insert loop (${whole(bare)}/s)`,
      `≥ ${whole(aim)}/s`,
      held(grouped >= aim),
      '',
    ),
    ...hallRows(name, hall),
  )
  return hall
}

const { burst, sealedLength } = await timeDatabase(
  'embedded',
  part => ({ kind: 'embedded', folder: join(folder, part) }),
  1500,
)
const postgres = await startPostgres(true)
await timeDatabase('PostgreSQL', () => ({ kind: 'server', url: postgres.url, poolSize: 10 }), 3000)
await postgres.stop()
const BALLOTS = 3
const belenios = timeBelenios(BALLOTS)
rmSync(folder, { recursive: true, force: true })

function besideBelenios(): string {
  if (belenios === undefined)
    return 'belenios-tool is not on this machine (`apt-get install belenios-tool`), so nothing is beside ours.'
  const { version, make, check, count } = belenios
  const casting = burst.cost.processor / burst.cost.requests
  const times = (theirs: number, own: number) => `${whole(theirs / own)} ×`
  return `belenios-tool ${version.split(' ')[0]} in the same run, an election of 40 questions with four answers each (BELENIOS-2048), processor time:

| | belenios-tool | ours | |
|---|---|---|---|
| making one ballot (ours: credential and sealed sheet, in JavaScript) | ${whole(make)} ms | ${making.usual.toFixed(1)} ms | ${times(make, making.usual)} |
| casting one (theirs: verifying it; ours: the whole request, on the disk) | ${whole(check)} ms | ${casting.toFixed(2)} ms | ${times(check, casting)} |
| counting (theirs: ${BALLOTS} ballots; ours: ${whole(2000)}) | ${inSeconds(count * BALLOTS)} | ${inSeconds(ours)} | |

They are not the same work: Belenios proves that each ballot is well-formed and adds them up without opening one; ours are opened after the close, since void rules look at a whole sheet.`
}

const { processor, cores, memory, system, node } = thisMachine()
writeFileSync(
  values.out,
  `# A hall voting at once

Written by \`npm run bench:hall\`; do not edit by hand.

- Date: ${values.date}
- Machine: ${processor}, ${cores} cores, ${memory}, ${system}; Node ${node}
- Load of the machine before and after (1-minute average): ${before.toFixed(1)}, ${loadNow().toFixed(1)}
- The server and the phones are two processes; the phones computed everything before the clock started, and each has a connection of its own. Sealed sheets of 40 lines have ${whole(sealedLength)} bytes.
- Times “at the server” run from a request read to its answer written, p50 / p99. Those at the phone hold connecting, the network and what a busy machine adds.
- Processor time is that of the server's process (with the embedded database in it, without PostgreSQL's own processes). It hardly depends on what else the machine does; times by the clock do.

| what | by the clock | aim | held | processor time |
|---|---|---|---|---|
${rows.join('\n')}

${besideBelenios()}
`,
)
