// Many phones sending sheets at once: `npm run bench:phones -- [--phones 60] [--photos 5] [--rounds 2] [--twice 0.05] [--cut 0.2] [--out FILE]`.
import { createHash, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { roleNames } from '../../src/contract/access/roles.ts'
import { dice, startOf } from '../../src/demo/dice.ts'
import { picture } from '../../tests/server/files/madeFiles.ts'
import { layInspection } from '../../tests/server/rounds/layInspection.ts'
import { type Office, signIn, startOffice } from '../http/startOffice.ts'
import { loadNow, thisMachine } from '../machine.ts'
import { ask, type Answered } from './badLine.ts'

const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '60' },
    photos: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '2' },
    twice: { type: 'string', default: '0.05' },
    cut: { type: 'string', default: '0.2' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-phones.md') },
  },
})
const [phones, photos, rounds] = [Number(values.phones), Number(values.photos), Number(values.rounds)]
const badness = { twice: Number(values.twice), cut: Number(values.cut) }
const say = (line: string) => void process.stderr.write(`${line}\n`)
const SIGNATURE = `data:image/png;base64,${(await (await picture(1, { width: 300, height: 120 })).greyscale().png().toBuffer()).toString('base64')}`

/** Photos as the phone's page sends them: 1600 dots wide, noisy as a room is, no metadata; no two show the same. */
async function makePhotos(from: number, count: number): Promise<readonly Buffer[]> {
  const size = { width: 1600, height: 1200 }
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  const made: Buffer[] = []
  for (let seed = from; made.length < count; seed++) {
    const scene = await picture(seed, size)
    made.push(
      await scene
        .composite([{ input: grain, blend: 'soft-light' }])
        .jpeg({ quality: 80 })
        .toBuffer(),
    )
  }
  return made
}

/** The same throws for a phone in every run. */
function diceOf(seed: number): () => number {
  const state = startOf(seed, 0)
  let thrown = 0
  return () => dice(state, thrown++) / 2 ** 32
}

/** When the server looks through a photo: before its answer, as for a desk, or after it, as for a phone. */
type Look = 'before' | 'later'

interface Sent {
  readonly photos: readonly Answered[]
  readonly sheet: Answered
  /** from the first byte of the first photo to the receipt, cut tries and repeats included, in milliseconds. */
  readonly whole: number
}

async function sendSheet(
  address: string,
  cookie: string,
  assignment: string,
  pictures: readonly Buffer[],
  chance: () => number,
  look: Look,
): Promise<Sent> {
  const started = performance.now()
  const uploads: Answered[] = []
  for (const body of pictures) {
    const path = `/api/files?name=${encodeURIComponent('照片.jpg')}${look === 'later' ? '&look=later' : ''}`
    uploads.push(
      await ask(address, cookie, { path, body, type: 'application/octet-stream' }, badness, chance),
    )
  }
  const files = uploads.map(({ said }) => said['file'] as string)
  const draft = randomUUID()
  const sheet = {
    draft,
    assignment,
    schemeHash: 'x',
    visitedOn: '2018-12-20',
    startedAt: '2018-12-20T01:00:00Z',
    signedAt: '2018-12-20T03:00:00Z',
    device: 'Android',
    findings: [
      {
        id: randomUUID(),
        row: '四.4',
        rule: 'absent',
        count: 1,
        note: draft.slice(0, 8),
        photos: files.slice(0, 3),
      },
    ],
    photos: files.slice(3),
    inspector: { name: '核查员', picture: SIGNATURE },
    unit: { kind: 'signed', name: '李示安', picture: SIGNATURE },
  }
  const body = Buffer.from(JSON.stringify(sheet))
  const sent = await ask(
    address,
    cookie,
    { path: '/api/years/2018/sheets', body, type: 'application/json', key: draft },
    badness,
    chance,
  )
  const kept = sent.said['photos'] as readonly string[]
  if (sent.said['sheet'] !== draft || kept.toSorted().join() !== files.toSorted().join())
    throw new Error(`receipt: ${JSON.stringify(sent.said)}`)
  return { photos: uploads, sheet: sent, whole: performance.now() - started }
}

/** Whether each assignment has one sheet, and each photo the bytes that went out; resolves when all are looked through. */
async function checkAll(
  office: Office,
  cookie: string,
  assignments: ReadonlySet<string>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  const read = async (path: string) => fetch(office.address + path, { headers: { cookie } })
  const readWhole = async (sheet: string) =>
    (await (await read(`/api/years/2018/sheets/${sheet}`)).json()) as {
      readonly photos: readonly string[]
      readonly rows: readonly { readonly photos: readonly string[] }[]
      readonly photoNotes: readonly { readonly look: string }[]
    }
  const { sheets } = (await (await read('/api/years/2018/sheets')).json()) as {
    readonly sheets: readonly { readonly sheet: string; readonly unit: string; readonly assignment: string }[]
  }
  const ours = sheets.filter(({ assignment }) => assignments.has(assignment))
  if (ours.length !== assignments.size) throw new Error(`${ours.length} sheets of ${assignments.size}`)
  const found = new Set<string>()
  for (const { sheet, unit } of ours) {
    const whole = await readWhole(sheet)
    for (let again = whole; again.photoNotes.length > 0; again = await readWhole(sheet)) {
      if (again.photoNotes.some(note => note.look === 'damaged'))
        throw new Error(`a damaged photo of ${sheet}`)
      if (again.photoNotes.every(note => note.look === 'done')) break
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    for (const file of [...whole.photos, ...whole.rows.flatMap(row => row.photos)]) {
      const bytes = Buffer.from(
        await (await read(`/api/years/2018/units/${unit}/files/${file}`)).arrayBuffer(),
      )
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (hash !== file || !hashes.has(hash))
        throw new Error(`photo ${file} of ${sheet} is not what was sent`)
      found.add(hash)
    }
  }
  if (found.size !== hashes.size) throw new Error(`${found.size} photos of ${hashes.size}`)
}

const shareOf = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))]!

const before = loadNow()
const office = await startOffice({}, String(Math.max(120, phones * 2)), ['--today', '2018-12-24'])
const rows: string[] = []
let [cuts, repeats, bytes] = [0, 0, 0]
try {
  const committee = await signIn(office.address)
  const headers = { cookie: committee, 'content-type': 'application/json' }
  const answerOf = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(office.address + path, init)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const desk = {
    read: <T>(path: string) => answerOf<T>(path, { headers }),
    post: <T>(path: string, data: object) =>
      answerOf<T>(path, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify(data),
      }),
  }
  const inspector = await signIn(office.address, roleNames.inspector)
  const looks = Array.from({ length: rounds * 2 }, (_round, at): Look => (at % 2 === 0 ? 'before' : 'later'))
  for (const [round, look] of looks.entries()) {
    const { assignments } = await layInspection(desk, ['hecha'], phones, `并发试送${round + 1}`)
    const pictures = await makePhotos(1000 + round * phones * photos, phones * photos)
    bytes = Math.round(pictures.reduce((sum, one) => sum + one.length, 0) / pictures.length)
    const worked = office.work()
    const started = performance.now()
    const sent = await Promise.all(
      assignments.map(({ id }, phone) =>
        sendSheet(
          office.address,
          inspector,
          id,
          pictures.slice(phone * photos, (phone + 1) * photos),
          diceOf((round >> 1) * phones + phone + 1),
          look,
        ),
      ),
    )
    const all = (performance.now() - started) / 1000
    const work = ((office.work() - worked) / (phones * photos)).toFixed(1)
    const hashes = new Set(pictures.map(one => createHash('sha256').update(one).digest('hex')))
    await checkAll(office, committee, new Set(assignments.map(one => one.id)), hashes)
    const answered = sent.flatMap(one => [...one.photos, one.sheet])
    cuts += answered.reduce((sum, one) => sum + one.cuts, 0)
    repeats += answered.reduce((sum, one) => sum + one.repeats, 0)
    const reportTimes = (times: readonly number[]): string =>
      [shareOf(times, 0.5), shareOf(times, 0.95), Math.max(...times)]
        .map(time => (time / 1000).toFixed(2))
        .join(' / ')
    const [photo, sheet, whole] = [
      sent.flatMap(one => one.photos.map(({ took }) => took)),
      sent.map(one => one.sheet.took),
      sent.map(one => one.whole),
    ].map(reportTimes)
    rows.push(
      `| ${(round >> 1) + 1} | ${look} | ${photo} | ${sheet} | ${whole} | ${all.toFixed(1)} | ${work} |`,
    )
    say(
      `第${(round >> 1) + 1}轮，${look === 'later' ? '随后' : '当即'}比对：照片 ${photo} 秒，核查表 ${sheet} 秒，整份 ${whole} 秒，服务器每张照片 ${work} 毫秒；${phones}份全部只有一份，照片全部完整`,
    )
  }
} finally {
  await office.stop()
}
const { processor, cores, memory, system, node } = thisMachine()
writeFileSync(
  values.out,
  `# Phones sending at once

Written by \`npm run bench:phones\`; do not edit by hand.

- Date: ${values.date}
- Machine: ${processor}, ${cores} cores, ${memory}, ${system}; Node ${node}
- Load of the machine before and after (1-minute average): ${before.toFixed(1)}, ${loadNow().toFixed(1)}
- ${phones} phones at once, each a sheet with ${photos} photos of ${Math.round(bytes / 1000)} kB, one after the other; embedded database, files on disk; phones and server share the machine.
- ${(badness.twice * 100).toFixed(0)} % of the requests are sent twice (${repeats} were), ${(badness.cut * 100).toFixed(0)} % are cut in the middle or while the answer is waited for and sent again (${cuts} were).
- After each round every sheet was there once and every photo, read back, had the hash of what went out: else this page would not have been written.

A phone's photo is answered when it is on the disk and looked through later; a desk's is looked through before. Each round is walked in both ways.

Seconds, half / 95 of 100 / the slowest, of a photo's request, of the sheet's request, and of the whole sheet from its first byte to the receipt with all that was cut and sent again; until the last phone had its receipt; and the server's processor time a photo until then, in milliseconds, which other programs on the machine do not lengthen:

| Round | Look | Photo | Sheet | Whole | All | Work |
|---:|---|---:|---:|---:|---:|---:|
${rows.join('\n')}
`,
)
say(`已写入 ${values.out}`)
