// A hall voting at once: `npm run bench:hall -- [--phones 1000] [--seconds 60] [--burst 2000] [--out FILE]`. Client and server share one process and its processors.
import { constants, createPrivateKey, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import type { BallotForm } from '../../src/domain/campaign/ballot/ballotForm.ts'
import { sheetText } from '../../src/domain/campaign/ballot/sheetText.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { recountFile } from '../../src/files/ballots/recountFile.ts'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { type DatabaseSettings, openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { keepSheet } from '../../src/server/rooms/meetings/ballots/keepSheets.ts'
import { writeCount } from '../../src/server/rooms/meetings/ballots/countFile.ts'
import { storedSlip } from '../../src/server/rooms/meetings/ballots/servedVote.ts'
import { makeSigner, signBlinded } from '../../src/server/rooms/meetings/ballots/signCredential.ts'
import { openOffice } from '../../tests/server/office.ts'
import { layOpenMeeting } from '../../tests/server/meetings/openMeetingRow.ts'
import { startPostgres } from '../../tests/server/startPostgres.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    burst: { type: 'string', default: '2000' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-hall.md') },
  },
})
const [phones, seconds, burst] = [Number(values.phones), Number(values.seconds), Number(values.burst)]
const hex = (length: number) => randomBytes(length).toString('hex')
const SEALED = randomBytes(4144)
const lines: string[] = []
const note = (what: string, measured: string, aim: string) => {
  lines.push(`| ${what} | ${measured} | ${aim} |`)
  process.stderr.write(`${what}: ${measured} (${aim})\n`)
}
const folder = mkdtempSync(join(tmpdir(), 'hengping-hall-'))

/** Sheets a second at the store, many in one transaction, beside one insert a transaction. */
async function timeStore(name: string, settings: DatabaseSettings, aim: number): Promise<void> {
  const database = await openDatabase(settings)
  await migrate(database)
  const { db } = database
  const meeting = await layOpenMeeting(db)
  const context = { db, now: () => new Date() }
  const sheet = () => {
    const token = hex(64)
    return { token, meeting, voterClass: 'delegate', sealed: SEALED.toString('base64'), hash: hex(32) }
  }
  const cast = async (count: number) => {
    const sheets = Array.from({ length: count }, sheet)
    const from = performance.now()
    await Promise.all(sheets.map(one => keepSheet(context, one)))
    return count / ((performance.now() - from) / 1000)
  }
  await cast(500)
  const grouped = await cast(6000)
  const from = performance.now()
  for (let at = 0; at < 500; at++) {
    const { token, voterClass, sealed, hash } = sheet()
    await db.execute(sql`insert into ballot_sealed (token, meeting, voter_class, sealed, hash)
      values (${token}, ${meeting}, ${voterClass}, ${sealed}, ${hash})`)
  }
  const bare = 500 / ((performance.now() - from) / 1000)
  const told = `${Math.round(grouped)}/s, ${(grouped / bare).toFixed(1)} × a bare insert loop (${Math.round(bare)}/s)`
  note(`sheets kept, ${name}, fsync on`, told, `≥ ${aim}/s`)
  await database.close()
}

function timeSigning({ privateKey, modulus }: Awaited<ReturnType<typeof makeSigner>>): void {
  const blinded = Array.from({ length: 1000 }, () => `00${hex(255)}`)
  const from = process.cpuUsage()
  for (const one of blinded) signBlinded({ privateKey, modulus }, one)
  const { user, system } = process.cpuUsage(from)
  note('1,000 credentials signed', `${((user + system) / 1e6).toFixed(2)} s of processor`, '< 1 s')
}

async function timeRecount(): Promise<void> {
  const form: BallotForm = {
    meeting: randomUUID(),
    session: '',
    component: 'debrief',
    marks: 'points',
    full: points(100),
    grades: [],
    classes: [{ id: 'a', name: 'a' }],
    lines: Array.from({ length: 40 }, (_, at) => ({ unit: `unit-${at}`, unitName: '', secretary: '' })),
    voids: [{ kind: 'allEqual' }, { kind: 'tooManyHigh', moreThan: 12, atLeast: points(90) }],
    smallClass: { least: 5, how: 'merge' },
  }
  const opened = Array.from({ length: 2000 }, () => {
    const marks = form.lines.map(({ unit }) => ({ unit, points: points(60 + (randomBytes(1)[0]! % 41)) }))
    const body = sheetText(form, { voterClass: 'a', marks })
    return { id: randomUUID(), meeting: form.meeting, voterClass: 'a', nonce: hex(16), body }
  })
  const meeting = { id: form.meeting, name: '', heldOn: '2018-12-25', institution: '', rehearsal: false }
  const { countFile } = writeCount({ meeting, form, opened, paper: [], issued: [], present: {} })
  const script = new URL('../../scripts/recount.mjs', import.meta.url).href
  const { checkCountFile } = (await import(script)) as { checkCountFile: (text: string) => readonly string[] }
  for (const [name, run] of [
    ['ours', () => recountFile(countFile)!.faults.length],
    ['the independent one', () => checkCountFile(countFile).length],
  ] as const) {
    const from = performance.now()
    if (run() !== 0) throw new Error('the recount differs')
    note(`recount of 2,000 × 40, ${name}`, `${((performance.now() - from) / 1000).toFixed(2)} s`, '< 10 s')
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 })

/** Sends; `cut` drops the connection before the answer is read. */
function send(
  port: number,
  path: string,
  body: object,
  cut = false,
): Promise<{ status: number; ms: number; text: string }> {
  const from = performance.now()
  const content = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }
    const sent = request({ port, path, method: 'POST', agent, headers, host: '127.0.0.1' }, answer => {
      let text = ''
      answer.on('data', chunk => (text += String(chunk)))
      answer.on('end', () => resolve({ status: answer.statusCode!, ms: performance.now() - from, text }))
    })
    sent.on('error', error => (cut ? resolve({ status: 0, ms: 0, text: '' }) : reject(error)))
    sent.end(content, () => void (cut && sent.destroy()))
  })
}

function castBody(meeting: string, key: KeyObject) {
  const token = randomBytes(64)
  const signature = sign('sha384', token, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 })
  return {
    meeting,
    voterClass: 'delegate',
    token: token.toString('hex'),
    signature: signature.toString('hex'),
    sealed: SEALED.toString('base64'),
  }
}

/** Phones over HTTP on the embedded database: a stream of them with bad lines, and all at once. */
async function timePhones(signer: Awaited<ReturnType<typeof makeSigner>>): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', folder: join(folder, 'http') })
  await migrate(database)
  const office = await openOffice(database)
  const { db } = database
  const meeting = await layOpenMeeting(db)
  await db.execute(sql`insert into ballot_signer (meeting, voter_class, modulus, private_key)
    values (${meeting}, 'delegate', ${signer.modulus}, ${signer.privateKey})`)
  const slips = Array.from({ length: phones }, () => hex(32))
  for (const slip of slips)
    await db.execute(
      sql`insert into ballot_slip (slip, meeting, voter_class) values (${storedSlip(slip)}, ${meeting}, 'delegate')`,
    )
  await office.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = office.app.server.address() as { readonly port: number }
  const key = createPrivateKey(signer.privateKey)
  const times: number[] = []
  let wrong = 0
  const said = ({ status, ms }: { status: number; ms: number }) => {
    if (status === 200) times.push(ms)
    else wrong += 1
  }
  const vote = async (slip: string, at: number) => {
    await new Promise(resolve => setTimeout(resolve, (at / phones) * seconds * 1000))
    said(await send(port, '/api/vote/redeem', { slip, blinded: `00${hex(255)}` }))
    const body = castBody(meeting, key)
    if (at % 20 === 7) await send(port, '/api/vote/cast', body, true)
    if (at % 20 === 13) said(await send(port, '/api/vote/cast', body))
    said(await send(port, '/api/vote/cast', body))
  }
  await Promise.all(slips.map(vote))
  const kept = async () =>
    (await db.execute<{ sheets: number }>(sql`select count(*)::int as sheets from ballot_sealed`)).rows[0]!
      .sheets
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => `${Math.round(sorted[Math.floor(sorted.length * share)]!)} ms`
  const told = `p50 ${at(0.5)}, p99 ${at(0.99)}, refused ${wrong}, kept ${await kept()}`
  note(`${phones} phones in ${seconds} s, 5 % twice, 5 % cut`, told, `p99 < 300 ms, kept ${phones}`)
  const bodies = Array.from({ length: burst }, () => castBody(meeting, key))
  const from = performance.now()
  const answers = await Promise.all(bodies.map(body => send(port, '/api/vote/cast', body)))
  const all = (performance.now() - from) / 1000
  const good = answers.filter(({ status }) => status === 200).length
  note(
    `${burst} ballots at once`,
    `${good} acknowledged in ${all.toFixed(2)} s, kept ${(await kept()) - phones}`,
    'within 3 s',
  )
  agent.destroy()
  await office.close()
  await database.close()
}

const loadNow = () => loadavg()[0]!.toFixed(1)
const before = loadNow()
const signer = await makeSigner()
timeSigning(signer)
await timeRecount()
await timeStore('embedded', { kind: 'embedded', folder: join(folder, 'store') }, 1500)
const postgres = await startPostgres(true)
await timeStore('PostgreSQL', { kind: 'server', url: postgres.url, poolSize: 10 }, 3000)
await postgres.stop()
await timePhones(signer)
rmSync(folder, { recursive: true, force: true })
writeFileSync(
  values.out,
  `# A hall voting at once

\`npm run bench:hall\`, ${values.date}, ${cpus()[0]?.model ?? ''} × ${availableParallelism()}, Node ${process.version}; load at the start ${before}, at the end ${loadNow()}. Client and server share one process. Sealed sheets of 40 lines (4,144 bytes).

| what | measured | aim |
|---|---|---|
${lines.join('\n')}

Not measured here: belenios-tool, which is no package of this machine.
`,
)
