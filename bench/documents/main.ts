// Feedback letters for every unit: `npm run bench:documents -- [--units 2000] [--data FOLDER] [--out FILE]`.
// A data folder is sealed, approved and drafted once; a run with it issues what is not issued yet, and packs all.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roleNames } from '../../src/contract/access/roles.ts'
import { upholdObjections } from '../../tests/server/upholdObjections.ts'
import { signIn, startOffice } from '../http/startOffice.ts'
import { loadNow, thisMachine } from '../machine.ts'

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '2000' },
    data: { type: 'string' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-documents.md') },
  },
})
const say = (line: string) => void process.stderr.write(`${line}\n`)
const AT = '/api/years/2018'

const [loadBefore, machine] = [loadNow(), thisMachine()]
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'hengping-letters-'))
const start = () => startOffice({}, values.units, ['--today', '2018-12-24', '--data', folder])
let office = await start()
say(`${office.address}, ready after ${(office.readyAfter / 1000).toFixed(1)} s`)

async function ask<T>(cookie: string, route: string, body?: object): Promise<T> {
  const [method, path] = route.split(' ') as [string, string]
  const said = await fetch(office.address + path, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!said.ok) throw new Error(`${route}: ${said.status} ${await said.text()}`)
  return (await said.json()) as T
}

/** Seals and approves the year, registers an issuing body and drafts the letters; then starts anew, so that the memory is that of letters alone. An earlier run may have done all this. */
async function prepare(committee: string): Promise<string> {
  const { issuers } = await ask<{ issuers: { id: string }[] }>(committee, 'GET /api/documents/issuers')
  if (issuers[0] !== undefined) return issuers[0].id
  const leaders = await signIn(office.address, roleNames.leadingGroup)
  await upholdObjections((route, body) => ask(committee, route, body))
  const { revision } = await ask<{ revision: number }>(committee, `GET ${AT}`)
  const { number } = await ask<{ number: number }>(committee, `POST ${AT}/seals`, { revision })
  await ask(leaders, `POST ${AT}/seals/${number}/approve`, {})
  const issuer = randomUUID()
  const names = ['中共示范州直属机关工作委员会']
  await ask(committee, `PUT /api/documents/issuers/${issuer}`, {
    names,
    word: '州直工发',
    imprint: '',
    revision: 0,
  })
  drafted = await time(committee, `POST ${AT}/documents`, { kind: 'feedback', all: true })
  say(row('draft', drafted))
  await office.stop()
  office = await start()
  return issuer
}

interface Timed {
  readonly seconds: number
  readonly work: number
  readonly steps: number
  readonly longestWait: number
}

let drafted: Timed | undefined

/** Starts a background job and watches it as a page does; between two looks somebody else asks for health. */
async function time(cookie: string, route: string, body: object): Promise<Timed & { readonly job: string }> {
  const [begun, workBefore] = [performance.now(), office.work()]
  const { job } = await ask<{ job: string }>(cookie, route, body)
  const steps = new Set<number>()
  for (let longestWait = 0; ;) {
    const asked = performance.now()
    const one = await ask<{ state: string; progress: number; fault?: string }>(cookie, `GET /api/jobs/${job}`)
    longestWait = Math.max(longestWait, performance.now() - asked)
    steps.add(one.progress)
    if (one.state === 'failed') throw new Error(one.fault)
    if (one.state === 'done')
      return {
        job,
        seconds: (performance.now() - begun) / 1000,
        work: (office.work() - workBefore) / 1000,
        steps: steps.size,
        longestWait,
      }
    await new Promise(resolve => setTimeout(resolve, 500))
  }
}

const row = (name: string, { seconds, work, steps, longestWait }: Timed) =>
  `| ${name} | ${seconds.toFixed(1)} | ${work.toFixed(1)} | ${steps} | ${longestWait.toFixed(0)} |`

try {
  const issuer = await prepare(await signIn(office.address))
  const committee = await signIn(office.address)
  await ask(committee, `GET ${AT}/documents`)
  const [opening, before] = [office.memory(), office.forgetPeak()]
  const body = { kind: 'feedback', issuer, day: '2018-12-24' }
  const issued = await time(committee, `POST ${AT}/documents/issue`, body)
  say(row('issue', issued))
  const issuing = office.memory()
  office.forgetPeak()
  const packed = await time(committee, `POST ${AT}/documents/pack`, { kind: 'feedback' })
  say(row('pack', packed))
  const packing = office.memory()
  const file = await fetch(`${office.address}/api/jobs/${packed.job}/file`, {
    headers: { cookie: committee },
  })
  const bytes = (await file.arrayBuffer()).byteLength
  const report = `# Letters for every unit

\`npm run bench:documents -- --units ${values.units}\`, ${values.date}. ${machine.processor}, ${machine.cores} cores, ${machine.memory}, Node ${machine.node}; load before and after ${loadBefore.toFixed(1)} and ${loadNow().toFixed(1)}.

The embedded database, the thread that fills templates and the caller share the machine. A feedback letter for each unit that is appraised, of a year with ${values.units} units, is numbered, filled, hashed and kept; then all are packed into one archive of ${(bytes / 2 ** 20).toFixed(1)} MB. Meanwhile a page asks for the progress every half second.

| background job | seconds | processor seconds | steps of progress seen | longest answer ms |
|---|---|---|---|---|
${drafted === undefined ? '' : `${row('draft all', drafted)}\n`}${row('issue all', issued)}
${row('pack all', packed)}

The server, started anew on the drafts, took at most ${opening.toFixed(0)} MB until the year was read and the list of documents open, and ${before.toFixed(0)} MB then; at most ${issuing.toFixed(0)} MB while it issued, ${packing.toFixed(0)} MB while it packed.
`
  writeFileSync(values.out, report)
  say(`written to ${values.out}`)
} finally {
  await office.stop()
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
}
