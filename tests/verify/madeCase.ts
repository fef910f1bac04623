import { digestOf } from '../../src/domain/campaign/draw/drawDigest.ts'
import { listHead, listText } from '../../src/domain/campaign/draw/drawList.ts'
import { drawLots } from '../../src/domain/campaign/draw/drawLots.ts'
import { canonicalText } from '../../src/domain/kernel/ids.ts'
import type { BallotCount, CycleFacts } from '../../src/domain/year/facts/facts.ts'
import type { Points } from '../../src/domain/kernel/points.ts'
import { hashInputs, hashResults } from '../../src/files/results/resultsDocument.ts'
import { sha256 } from '../../src/files/sha256.ts'
import { hashTrailLine, TRAIL_START } from '../../src/files/trail/trailHash.ts'
import { demoResults, readDemoScheme } from '../results/demoResults.ts'

/** A JSON value that a test may change anywhere. */
export type Loose = ReturnType<typeof JSON.parse>

/** The parts of a case file as values, so that a test may falsify one of them before it is packed. */
export interface MadeCase {
  results: Loose
  trail: Loose[]
  draw?: Loose
  published?: Loose
  /** The text of an issued document. */
  letter?: string
}

let made: string | undefined

/** Makes a case of a small demo year: results with counted ballots, a trail, a draw and a published count. */
export function madeCase(): MadeCase {
  made ??= JSON.stringify(makeCase())
  return JSON.parse(made) as MadeCase
}

function makeCase(): MadeCase {
  const { file } = demoResults(readDemoScheme('xiangxi-2018'), 48, ({ roster, facts }) => ({
    roster,
    facts: withCounts(facts),
  }))
  const results = JSON.parse(JSON.stringify(file)) as Loose
  const draw = makeDraw()
  const published = makePublished(results)
  const trail: Loose[] = []
  const note = (kind: string, values: Loose): void => {
    const prev = (trail.at(-1)?.['hash'] as string | undefined) ?? TRAIL_START
    const core = {
      seq: trail.length + 1,
      at: '2019-01-10T01:00:00.000Z',
      actor: 'a',
      actorName: '某人',
      kind,
      values,
    }
    const line = { ...core, year: 2018, unit: null, prev }
    trail.push({ ...line, hash: hashTrailLine(line) })
  }
  note('signedIn', { name: '某人' })
  note('drawHeld', { digest: draw['digest'], seed: '31415265' })
  note('ballotsPublished', { meeting: '述职测评会议', hash: sha256(canonicalText(published)) })
  note('resultsSealed', { number: 1, ...file.hashes })
  const letter = '书面反馈意见'
  note('documentIssued', { number: '示文〔2019〕1号', title: letter, seal: 1, hash: sha256(letter) })
  const [first] = trail
  trail[0] = { seq: first!['seq'], hash: first!['hash'] }
  results['seal'] = sealOf(trail)
  return { results, trail, draw, published, letter }
}

/** The ballots of each unit as a meeting's count has them, in place of whole sheets. */
function withCounts(facts: CycleFacts): CycleFacts {
  const counts = new Map<string, BallotCount & { marks: Points[] }>()
  for (const { component, session, voterClass, marks } of facts.sheets)
    for (const { unit, points } of marks) {
      const key = `${unit} ${session} ${voterClass}`
      const own = counts.get(key) ?? {
        component,
        session,
        unit,
        voterClasses: [voterClass],
        marks: [],
        voided: 0,
        abstained: 0,
      }
      own.marks.push(points!)
      counts.set(key, own)
    }
  const ballotCounts = [...counts.values()].map(one => ({
    ...one,
    marks: one.marks.toSorted((a, b) => Number(b) - Number(a)),
  }))
  return { ...facts, sheets: [], ballotCounts }
}

function makeDraw(): Loose {
  const lines = Array.from({ length: 12 }, (_, at) => ({
    id: `M${at}`,
    name: `党员${at}`,
    branch: '第一支部',
  }))
  const list = listText(listHead(2018, 'SF001', 'member'), lines)
  const fingerprint = sha256(list)
  const part = { unit: 'SF001', purpose: 'member', take: 5, fingerprint } as const
  const drawn = drawLots(fingerprint, '31415265', lines, 5, sha256)
  const result = drawn.map(({ place, line, hash }) => ({ place, ...line, hash }))
  const seedParts = [{ by: '甲', text: '３１４ 15265' }]
  const draw = {
    ...part,
    unitName: '示范单位',
    year: 2018,
    quarter: 1,
    list,
    seedKind: 'dice',
    seedParts,
    seed: '31415265',
    result,
  }
  return { format: 'hengping-draw/1', digest: digestOf([part], sha256), parts: [part], draws: [draw] }
}

function makePublished(results: Loose): Loose {
  const counts = (results['inputs'].facts.ballotCounts as Loose[]).filter(
    one => one['session'] === results['inputs'].facts.ballotCounts[0].session,
  )
  const units = [...new Set(counts.map(one => one['unit'] as string))]
  const classes = [...new Set(counts.map(one => one['voterClasses'][0] as string))]
  const sheets = (voterClass: string): number =>
    counts.find(one => one['voterClasses'][0] === voterClass)!['marks'].length as number
  const phones = classes.reduce((sum, one) => sum + sheets(one), 0)
  return {
    format: 'hengping-published-1',
    meeting: { id: 'm', name: '述职测评会议', heldOn: '2018-12-24', institution: '示范州', rehearsal: false },
    receipts: Array.from({ length: phones }, (_, at) => sha256(`receipt ${at}`)).toSorted(),
    count: {
      classes: classes.map(one => ({ voterClasses: [one], phone: sheets(one), paper: 0, voided: [] })),
      units: units.map(unit => ({
        unit,
        classes: classes.map(one => {
          const { marks } = counts.find(
            count => count['unit'] === unit && count['voterClasses'][0] === one,
          )! as Loose & { marks: number[] }
          return { voterClasses: [one], marks, voided: 0, abstained: 0, unanimous: false }
        }),
      })),
      withheld: [],
    },
  }
}

function sealLine(trail: readonly Loose[]): Loose {
  return trail.find(line => line['kind'] === 'resultsSealed') as Loose
}

function sealOf(trail: readonly Loose[]): Loose {
  const { seq, hash } = sealLine(trail)
  return {
    number: 1,
    at: '2019-01-10T01:00:00.000Z',
    by: '某人',
    state: 'sealed',
    trail: { seq, root: hash },
  }
}

/** Makes the hashes of changed results right again, as a careful forger would. */
export function rehashed({ results }: MadeCase): void {
  const { inputs, hashes: _hashes, seal: _seal, ...told } = results
  results['hashes'] = { ...hashInputs(inputs as never), results: hashResults(told as never) }
}

/** Makes the chain right again from a line on, with the results' hashes in the line of the seal. */
export function rechained({ trail, results }: MadeCase): void {
  Object.assign(sealLine(trail)['values'], results['hashes'])
  for (const [at, line] of trail.entries()) {
    if (at === 0) continue
    line['prev'] = trail[at - 1]!['hash']
    const { hash: _hash, ...content } = line
    line['hash'] = hashTrailLine(content as never)
  }
  results['seal'] = sealOf(trail)
}

/** The files of a case, with its list of contents. */
export function packed({ results, trail, draw, published, letter }: MadeCase): Map<string, Uint8Array> {
  const texts = {
    '结果.json': JSON.stringify(results),
    '留痕.ndjson': trail.map(line => `${JSON.stringify(line)}\n`).join(''),
    ...(draw === undefined ? {} : { '抽签/1.json': JSON.stringify(draw) }),
    ...(published === undefined ? {} : { '计票/1.json': canonicalText(published) }),
    ...(letter === undefined ? {} : { '公文/示文〔2019〕1号.docx': letter }),
  }
  const files = Object.entries(texts).map(([path, text]) => ({ path, title: path, sha256: sha256(text) }))
  const contents = {
    format: 'hengping-case-file/1',
    title: results['inputs'].scheme.title as string,
    year: 2018,
    seal: results['seal'] as Loose,
    trail: { seq: trail.at(-1)!['seq'] as number, root: trail.at(-1)!['hash'] as string },
    files,
  }
  const all = { ...texts, '目录.json': JSON.stringify(contents) }
  return new Map(Object.entries(all).map(([path, text]) => [path, Buffer.from(text)]))
}
