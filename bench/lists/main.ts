// The lists of a large prefecture: `npm run bench:lists -- [--units 2000] [--times 5] [--writes 1] [--data FOLDER] [--out FILE]`.
// Each list is opened anew after a write, first with nobody else at work, then while the requests of bench:http come 50 times a second.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { median } from '../comparePeers.ts'
import { type Load, loads } from '../http/measure.ts'
import { signIn, startOffice } from '../http/startOffice.ts'
import { loadNow, thisMachine } from '../machine.ts'

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '2000' },
    times: { type: 'string', default: '5' },
    writes: { type: 'string', default: '1' },
    data: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-lists.md') },
  },
})
const say = (line: string) => void process.stderr.write(`${line}\n`)
const [AIM_MS, EVERY_MS] = [1500, 20]
/** Requests under way at most: on a machine too slow for the rate the others are left out, and told. */
const MOST = 40

/** What the committee's pages ask for as they open. */
const LISTS = [
  '',
  '/due',
  '/ranking?page=0',
  '/roster?page=0',
  '/sheets?page=0',
  '/remedies?page=0',
  '/ledger/board?page=0',
  '/problems?page=0',
  '/facts?kind=decisions',
  '/routine/ledger?page=0',
  '/routine/boards',
  '/routine/dualDebriefs',
  '/draw-lists?page=0',
  '/draws',
  '/rounds',
  '/inspectors',
  '/meetings',
  '/objections?page=0',
  '/seal-checks',
  '/consequences',
  '/documents',
].map(path => `/api/years/2018${path}`)

interface Visit {
  readonly ms: number
  readonly work: number
  readonly bytes: number
}

/** The visits of one list: medians, and the slowest of all. */
interface Visits extends Visit {
  readonly slowest: number
}

const [before, machine] = [loadNow(), thisMachine()]
const office = await startOffice({}, values.units, values.data === undefined ? [] : ['--data', values.data])
say(`${office.address}，启动用时 ${(office.readyAfter / 1000).toFixed(1)} 秒`)
const cookie = await signIn(office.address)
const write = loads.find(load => load.body !== undefined)!
const reads = loads.filter(load => load !== write)
/** A write comes after so many requests. */
const WRITES_EVERY = Math.round(1000 / EVERY_MS / Number(values.writes))

async function ask({ path, body }: Load): Promise<Visit> {
  const [sent, worked] = [performance.now(), office.work()]
  const said = await fetch(office.address + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body && { body: JSON.stringify(body()) }),
  })
  const { byteLength } = await said.arrayBuffer()
  if (!said.ok) throw new Error(`${path}: ${said.status}`)
  return { ms: performance.now() - sent, work: office.work() - worked, bytes: byteLength }
}

/** Opens a list so many times, each time after something was written. */
async function open(path: string): Promise<Visits> {
  const visits: Visit[] = []
  for (let time = 0; time < Number(values.times); time++) {
    await ask(write)
    visits.push(await ask({ name: path, path }))
  }
  const middle = (of: keyof Visit) => median(visits.map(visit => visit[of]))
  const slowest = Math.max(...visits.map(({ ms }) => ms))
  return { ms: middle('ms'), work: middle('work'), bytes: middle('bytes'), slowest }
}

async function openAll(): Promise<readonly Visits[]> {
  const found: Visits[] = []
  for (const path of LISTS) {
    const visits = await open(path)
    found.push(visits)
    say(`${path}：${visits.ms.toFixed(0)} 毫秒，最慢 ${visits.slowest.toFixed(0)} 毫秒`)
  }
  return found
}

try {
  const loadedWith = office.memory()
  const idle = await openAll()
  let [at, underWay, failed, answered, leftOut] = [0, 0, 0, 0, 0]
  const timer = setInterval(() => {
    if (underWay === MOST) return void leftOut++
    underWay++
    ask(++at % WRITES_EVERY === 0 ? write : reads[at % reads.length]!)
      .then(
        () => answered++,
        () => failed++,
      )
      .finally(() => underWay--)
  }, EVERY_MS)
  const loaded = await openAll()
  clearInterval(timer)
  const slow = loaded.filter(({ ms }) => ms >= AIM_MS).length
  const slowest = LISTS.filter(
    (_path, list) => Math.max(idle[list]!.slowest, loaded[list]!.slowest) >= AIM_MS,
  ).length
  const rows = LISTS.map((path, list) => {
    const [alone, among] = [idle[list]!, loaded[list]!]
    const held = among.ms < AIM_MS ? 'held' : 'missed'
    return `| \`${path}\` | ${(alone.bytes / 1024).toFixed(0)} | ${alone.work} | ${alone.ms.toFixed(0)} | ${among.ms.toFixed(0)} | ${(among.ms / alone.ms).toFixed(1)} | ${alone.slowest.toFixed(0)} | ${among.slowest.toFixed(0)} | ${held} |`
  })
  const report = `# The lists of a large prefecture

\`npm run bench:lists -- --units ${values.units}\`, ${values.date}. ${machine.processor}, ${machine.cores} cores, ${machine.memory}, Node ${machine.node}; load before and after ${before.toFixed(1)} and ${loadNow().toFixed(1)}.

The embedded database and the callers share the machine. Each list is opened ${values.times} times, each time after a write, first alone, then while the requests of \`npm run bench:http\` come ${1000 / EVERY_MS} times a second, ${values.writes} a second of them a write (${answered} were answered, ${failed} failed, ${leftOut} were left out since ${MOST} were under way). Medians, and the slowest visit of each; the aim is less than ${AIM_MS} ms, which ${slow} of ${LISTS.length} miss, and ${slowest} on their slowest visit. The server took ${office.memory().toFixed(0)} MB at most, ${loadedWith.toFixed(0)} MB while it started and loaded the demo year.

| list | kB | processor ms alone | ms alone | ms among others | × | slowest alone | slowest among others | aim |
|---|---:|---:|---:|---:|---:|---:|---:|---|
${rows.join('\n')}
`
  writeFileSync(values.out, report)
  say(`已写入 ${values.out}`)
} finally {
  await office.stop()
}
