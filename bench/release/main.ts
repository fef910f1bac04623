// The minute of release: `npm run bench:release -- [--units 2000] [--seconds 60] [--data FOLDER] [--out FILE]`.
// With a data folder the accounts are there for the next run, and the year stays released.
// Every unit, signed in before, opens its first page and its result within the minute after the release.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roleNames } from '../../src/contract/access/roles.ts'
import { upholdObjections } from '../../tests/server/upholdObjections.ts'
import { signIn, startOffice } from '../http/startOffice.ts'
import { loadNow, thisMachine } from '../machine.ts'

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    data: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-release.md') },
  },
})
const seconds = Number(values.seconds)
const say = (line: string) => void process.stderr.write(`${line}\n`)
const since = () => `${(performance.now() / 1000).toFixed(0)} 秒，内存最多 ${office.memory().toFixed(0)} MB`
const YEAR = 2018
const OWN = 'Fabu-2018-yifen'

/** What a unit's browser asks for as it opens its first page and then its result; the result carries its explanation. */
const visit = (unit: string) => [
  '/api/session',
  '/api/years',
  '/api/installation',
  `/api/years/${YEAR}/due`,
  `/api/years/${YEAR}`,
  `/api/years/${YEAR}/units/${unit}/counters`,
  `/api/years/${YEAR}/due`,
  '/api/years',
  `/api/years/${YEAR}/units/${unit}/result`,
  `/api/years/${YEAR}`,
]

interface Person {
  readonly unit: string
  readonly username: string
}

interface Visitor {
  readonly unit: string
  readonly cookie: string
}

const [before, machine] = [loadNow(), thisMachine()]
const kept = values.data === undefined ? [] : ['--data', values.data]
const office = await startOffice({}, values.units, kept, '../release/serveQuick.ts')
say(`${office.address}，启动用时 ${(office.readyAfter / 1000).toFixed(1)} 秒`)

async function post<T>(cookie: string, path: string, body: object): Promise<{ answer: T; cookie: string }> {
  const said = await fetch(office.address + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  if (!said.ok) throw new Error(`${path}: ${said.status} ${await said.text()}`)
  const renewed = said.headers.getSetCookie().map(one => one.split(';')[0])
  return { answer: (await said.json()) as T, cookie: renewed.length === 0 ? cookie : renewed.join('; ') }
}

async function read<T>(cookie: string, path: string): Promise<T> {
  const said = await fetch(office.address + path, { headers: { cookie } })
  if (!said.ok) throw new Error(`${path}: ${said.status} ${await said.text()}`)
  return (await said.json()) as T
}

/** Works through a list, so many at a time. */
async function each<T, R>(list: readonly T[], most: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  let next = 0
  const worker = async () => {
    while (next < list.length) {
      const at = next++
      done[at] = await work(list[at]!)
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  return done
}

/** The accounts of an earlier run, or new ones, each signed in: a session that nobody uses ends after half an hour. */
async function findVisitors(committee: string): Promise<Visitor[]> {
  const file = join(values.data ?? '', 'people.json')
  const isKept = values.data !== undefined && existsSync(file)
  const people = isKept ? (JSON.parse(readFileSync(file, 'utf8')) as Person[]) : await openAccounts(committee)
  if (values.data !== undefined) writeFileSync(file, JSON.stringify(people))
  return each(people, 4, async ({ unit, username }) => {
    const { cookie } = await post('', '/api/session/sign-in', { username, password: OWN })
    return { unit, cookie }
  })
}

/** One account for each unit, with a password of its own. */
async function openAccounts(committee: string): Promise<Person[]> {
  const { proposals } = await read<{ proposals: { unit: string; username: string; name: string }[] }>(
    committee,
    '/api/accounts/proposals?role=unit',
  )
  const groups = Array.from({ length: Math.ceil(proposals.length / 100) }, (_, at) =>
    proposals.slice(at * 100, at * 100 + 100),
  )
  const unitOf = new Map(proposals.map(one => [one.username, one.unit]))
  const made = (
    await each(groups, 1, async group => {
      const accounts = group.map(({ unit, username, name }) => ({
        username,
        name,
        grants: [{ role: 'unit', unit }],
      }))
      const { answer } = await post<{ made: { username: string; password: string }[] }>(
        committee,
        '/api/accounts/bulk',
        { accounts },
      )
      return answer.made
    })
  ).flat()
  say(`开设账号 ${made.length} 个`)
  return each(made, 4, async ({ username, password }) => {
    const first = await post('', '/api/session/sign-in', { username, password })
    await post(first.cookie, '/api/session/password', { current: password, next: OWN })
    return { unit: unitOf.get(username)!, username }
  })
}

const readYear = (committee: string) =>
  read<{ released: boolean; revision: number }>(committee, `/api/years/${YEAR}`)

/** Seals, approves and releases the year, unless an earlier run did. */
async function release(committee: string): Promise<void> {
  if ((await readYear(committee)).released) return
  const leaders = await signIn(office.address, roleNames.leadingGroup)
  await upholdObjections(async (route, body) => {
    const path = route.replace(/^\w+ /, '')
    return body === undefined ? read(committee, path) : (await post(committee, path, body)).answer
  })
  const { revision } = await readYear(committee)
  const { answer } = await post<{ number: number }>(committee, `/api/years/${YEAR}/seals`, { revision })
  await post(leaders, `/api/years/${YEAR}/seals/${answer.number}/approve`, {})
  await post(committee, `/api/years/${YEAR}/release`, { seal: answer.number })
}

/** Sends all visits, begun evenly over the minute as people come; gives the milliseconds of each answer and what failed. */
async function minute(visitors: readonly Visitor[]) {
  const took: { readonly path: string; readonly ms: number }[] = []
  const failed: string[] = []
  const begun = performance.now()
  await Promise.all(
    visitors.map(async ({ unit, cookie }, at) => {
      // The last visits begin early enough to end within the minute.
      await new Promise(resolve => setTimeout(resolve, (at / visitors.length) * (seconds - 5) * 1000))
      for (const path of visit(unit)) {
        const sent = performance.now()
        const said = await fetch(office.address + path, { headers: { cookie } }).catch(String)
        if (typeof said === 'string') failed.push(`${path}: ${said}`)
        else {
          await said.arrayBuffer()
          if (!said.ok) failed.push(`${path}: ${said.status}`)
        }
        took.push({ path: path.replace(unit, ':unit'), ms: performance.now() - sent })
      }
    }),
  )
  return { took, failed, whole: (performance.now() - begun) / 1000 }
}

const part = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const row = (name: string, all: readonly number[]) => {
  const sorted = all.toSorted((one, other) => one - other)
  return `| ${name} | ${sorted.length} | ${[0.5, 0.95, 0.99, 1].map(share => part(sorted, share).toFixed(0)).join(' | ')} |`
}

try {
  const committee = await signIn(office.address)
  const visitors = await findVisitors(committee)
  say(`登录 ${visitors.length} 个单位，至此 ${since()}`)
  await release(committee)
  say(`已公布，至此 ${since()}`)
  const workBefore = office.work()
  const { took, failed, whole } = await minute(visitors)
  const work = (office.work() - workBefore) / took.length
  const paths = [...new Set(took.map(one => one.path))]
  const report = `# The minute of release

\`npm run bench:release -- --units ${values.units} --seconds ${seconds}\`, ${values.date}. ${machine.processor}, ${machine.cores} cores, ${machine.memory}, Node ${machine.node}; load before and after ${before.toFixed(1)} and ${loadNow().toFixed(1)}.

The embedded database and the callers share the machine. ${visitors.length} units were signed in; the result was sealed, approved and released; then each opened its first page and its result with the explanation, ten requests one after the other, begun evenly over ${seconds - 5} seconds.

${took.length} answers in ${whole.toFixed(1)} s, ${failed.length} failed. One answer took ${work.toFixed(1)} ms of the server's processor time. The server took ${office.memory().toFixed(0)} MB of memory at most, from its start.

| request | answers | median ms | p95 | p99 | longest |
|---|---|---|---|---|---|
${row(
  '**all**',
  took.map(one => one.ms),
)}
${paths
  .map(path =>
    row(
      `\`${path}\``,
      took.filter(one => one.path === path).map(one => one.ms),
    ),
  )
  .join('\n')}
`
  writeFileSync(values.out, report)
  say(`${[...new Set(failed)].slice(0, 5).join('\n')}\n已写入 ${values.out}`)
} finally {
  await office.stop()
}
