import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runRecount } from '../../src/cli/recount.ts'
import { testIo } from '../cli/testIo.ts'
import type { BallotForm, CastSheet } from '../../src/domain/campaign/ballot/ballotForm.ts'
import { sheetText } from '../../src/domain/campaign/ballot/sheetText.ts'
import { canonicalText } from '../../src/domain/kernel/ids.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { recountFile } from '../../src/files/ballots/recountFile.ts'
import { writeCount } from '../../src/server/rooms/meetings/ballots/countFile.ts'
import { sized } from '../longRun.ts'

const script = new URL('../../scripts/recount.mjs', import.meta.url)
const independent = (await import(script.href)) as {
  readonly checkCountFile: (text: string, published?: string, fingerprint?: string) => readonly string[]
  readonly checkPublished: (text: string, fingerprint?: string) => readonly string[]
  readonly beyondIssued: (text: string) => readonly string[]
}
const sha256 = (text: string) => hash('sha256', text)

const byPoints: BallotForm = {
  meeting: '0b8f2a36-4f6e-4d0c-8d3b-6a8a9a3f1c01',
  session: '述职测评会议',
  component: 'debrief',
  marks: 'points',
  full: points(100),
  grades: [],
  classes: ['甲', '乙', '丙'].map(id => ({ id, name: `${id}票` })),
  lines: Array.from({ length: 6 }, (_, at) => ({ unit: `u${at}`, unitName: `单位${at}`, secretary: '' })),
  voids: [{ kind: 'allEqual' }, { kind: 'tooManyHigh', moreThan: 3, atLeast: points(90) }],
  smallClass: { least: 5, how: 'merge' },
}
const byGrades: BallotForm = {
  ...byPoints,
  marks: 'grades',
  grades: ['好', '较好', '一般', '不了解'].map(id => ({ id, name: id })),
  gradePoints: { 好: points(95), 较好: points(85), 一般: points(70), 不了解: null },
  smallClass: { least: 5, how: 'withhold' },
}

/** Opened sheets as the server keeps them. */
function rows(form: BallotForm, sheets: readonly CastSheet[]) {
  return sheets.map((sheet, at) => ({
    id: `id${at}`,
    meeting: form.meeting,
    voterClass: sheet.voterClass,
    nonce: sha256(`nonce ${at}`).slice(0, 32),
    body: sheet.faulty ? 'spoilt' : sheetText(form, sheet),
  }))
}

function write(form: BallotForm, phone: readonly CastSheet[], paper: readonly CastSheet[]) {
  const meeting = {
    id: form.meeting,
    name: '测评会议',
    heldOn: '2018-12-25',
    institution: '州直工委',
    rehearsal: false,
  }
  return writeCount({ meeting, form, opened: rows(form, phone), paper, issued: [], present: { 甲: 9 } })
}

const sheet = (form: BallotForm, voterClass: string, worth: (at: number) => number): CastSheet => ({
  voterClass,
  marks: form.lines.map(({ unit }, at) => ({ unit, points: points(worth(at)) })),
})
const phone = [
  ...Array.from({ length: 8 }, (_, voter) => sheet(byPoints, '甲', at => 70 + ((voter * 5 + at) % 20))),
  ...Array.from({ length: 6 }, (_, voter) => sheet(byPoints, '乙', at => 60 + ((voter + at * 3) % 30))),
  sheet(byPoints, '甲', () => 88),
  sheet(byPoints, '甲', at => 86 + at),
  sheet(byPoints, '甲', at => 88 + at),
  { voterClass: '乙', marks: [], faulty: true as const },
]
const paper = Array.from({ length: 7 }, (_, voter) => sheet(byPoints, '丙', at => 50 + voter + at))
const made = write(byPoints, phone, paper)

interface LooseSheet {
  voterClass: string
  nonce?: string
  marks?: unknown[]
  faulty?: true
  receipt?: string
}
interface LooseCount {
  classes: { voided: unknown[] }[]
  units: { classes: { marks: unknown[] }[] }[]
}
interface Loose {
  phone: LooseSheet[]
  paper: LooseSheet[]
  form: { meeting: string; voids: unknown[]; lines: unknown[]; smallClass: { least: number } }
  count: LooseCount
  hash: string
}
interface LoosePublished {
  receipts: unknown[]
  count: LooseCount
}
type Tamper = (file: Loose, published: LoosePublished) => unknown

/** Thirty ways to tamper; the tamperer makes the file's own hash right again. The first phone sheet is the faulty one. */
const ways: readonly (readonly [string, Tamper])[] = [
  ['a mark of a phone sheet is raised', file => (file.phone[1]!.marks![2] = 89)],
  ['a mark of a paper sheet is raised', file => (file.paper[0]!.marks![0] = 99)],
  ['a mark becomes an abstention', file => (file.phone[1]!.marks![0] = null)],
  ['two marks of a sheet change places', file => file.phone[2]!.marks!.reverse()],
  ['a phone sheet is left out', file => file.phone.pop()],
  ['a paper sheet is left out', file => file.paper.shift()],
  ['a phone sheet is added twice', file => file.phone.push(file.phone[1]!)],
  ['a paper sheet is added twice', file => file.paper.push(file.paper[3]!)],
  ['a made sheet is slipped in', file => file.phone.push({ ...file.phone[1]!, nonce: 'a'.repeat(32) })],
  [
    'a sheet moves to another class',
    file => (file.phone[1]!.voterClass = file.phone[1]!.voterClass === '乙' ? '甲' : '乙'),
  ],
  ['a sheet is of no class', file => (file.phone[1]!.voterClass = '丁')],
  ['a nonce is changed', file => (file.phone[1]!.nonce = 'b'.repeat(32))],
  ['two nonces change places', swapNonces],
  ['a phone sheet becomes a paper sheet', moveToPaper],
  ['a good sheet is called faulty', callFaulty],
  ['a paper sheet is called faulty', file => (file.paper[0]!.faulty = true)],
  ['the receipt of a faulty sheet is changed', changeFaultyReceipt],
  ['a mark out of range', file => (file.phone[1]!.marks![0] = 101)],
  ['a sheet has a line too few', file => file.phone[1]!.marks!.pop()],
  ['a void rule is left out', file => file.form.voids.shift()],
  [
    'a void rule is loosened',
    file => (file.form.voids[1] = { kind: 'tooManyHigh', moreThan: 9, atLeast: 90 }),
  ],
  ['a void rule is added', file => file.form.voids.push({ kind: 'tooManyHigh', moreThan: 0, atLeast: 60 })],
  ['the least size of a class is lowered', file => (file.form.smallClass.least = 20)],
  ['two units change places on the form', file => file.form.lines.reverse()],
  ['a unit is left off the form', file => file.form.lines.pop()],
  ['a counted mark is raised', file => (file.count.units[0]!.classes[0]!.marks[0] = 100)],
  ['void sheets are counted lower', file => (file.count.classes[0]!.voided = [])],
  ['the form is of another meeting', file => (file.form.meeting = 'other')],
  ['a receipt is left out of what was published', (_, published) => published.receipts.pop()],
  ['a published mark is raised', (_, published) => (published.count.units[1]!.classes[0]!.marks[0] = 100)],
]

function swapNonces(file: Loose): void {
  const [one, other] = [file.phone[1]!, file.phone[3]!]
  ;[one.nonce, other.nonce] = [other.nonce, one.nonce]
}

function moveToPaper(file: Loose): void {
  const { voterClass, marks } = file.phone.pop()!
  file.paper.push({ voterClass, marks })
}

function callFaulty(file: Loose): void {
  const { voterClass } = file.phone[1]!
  file.phone[1] = { voterClass, faulty: true, receipt: 'c'.repeat(64) }
}

function changeFaultyReceipt(file: Loose): void {
  const at = file.phone.findIndex(one => one.faulty !== undefined)
  file.phone[at]!.receipt = 'd'.repeat(64)
}

test('四（四） a recount agrees with what was written, by ours and by the independent one', () => {
  expect(
    recountFile(made.countFile, { published: made.publishedFile, fingerprint: sha256(made.countFile) }),
  ).toEqual({
    faults: [],
    notes: [],
    sheets: 25,
    units: 6,
  })
  expect(independent.checkCountFile(made.countFile, made.publishedFile, sha256(made.countFile))).toEqual([])
  expect(recountFile(made.publishedFile)!.faults).toEqual([])
  expect(independent.checkPublished(made.publishedFile)).toEqual([])
  expect(made.count.classes.map(one => one.voided)).toEqual([
    [
      { reason: 'allEqual', sheets: 1 },
      { reason: 'tooManyHigh', sheets: 1 },
    ],
    [{ reason: 'faulty', sheets: 1 }],
    [],
  ])
  expect(ways).toHaveLength(30)
})

test.each(ways)('tampering is found although the file’s own hash was made right: %s', (_name, tamper) => {
  const file = JSON.parse(made.countFile) as Loose
  const published = JSON.parse(made.publishedFile) as LoosePublished
  tamper(file, published)
  const { hash: _, ...content } = file
  const text = canonicalText({ ...content, hash: sha256(canonicalText(content)) })
  const beside = canonicalText(published)
  expect(independent.checkCountFile(text, beside)).not.toEqual([])
  expect(recountFile(text, { published: beside })?.faults ?? ['not a count file']).not.toEqual([])
})

test('a whole file made anew is found by the fingerprint of the minutes alone', () => {
  const other = write(byPoints, phone.slice(1), paper)
  const beside = { published: other.publishedFile, fingerprint: sha256(made.countFile) }
  expect(recountFile(other.countFile, beside)!.faults).toEqual(['文件的指纹与会议纪要上的不符'])
  expect(independent.checkCountFile(other.countFile, other.publishedFile, beside.fingerprint)).toHaveLength(1)
})

test('both recounts agree on any meeting: by points or grades, merged or withheld', () => {
  const sheets = (form: BallotForm) =>
    fc.array(
      fc.record({
        voterClass: fc.constantFrom('甲', '乙', '丙'),
        marks: fc.tuple(...form.lines.map(({ unit }) => markOf(form, unit))),
      }),
      { maxLength: 30 },
    )
  for (const form of [byPoints, byGrades])
    fc.assert(
      fc.property(sheets(form), sheets(form), (cast, onPaper) => {
        const { countFile, publishedFile, count } = write(form, cast, onPaper)
        expect(independent.checkCountFile(countFile, publishedFile)).toEqual([])
        expect(independent.checkPublished(publishedFile)).toEqual([])
        expect(recountFile(countFile, { published: publishedFile })!.faults).toEqual([])
        for (const { phone: p, paper: q, voided } of count.classes) {
          const valid = p + q - voided.reduce((sum, one) => sum + one.sheets, 0)
          expect(valid >= 5 || p + q === 0).toBe(true)
        }
      }),
      { numRuns: sized(40, 4) },
    )
})

function markOf(form: BallotForm, unit: string) {
  return form.marks === 'points'
    ? fc
        .option(fc.integer({ min: 80, max: 95 }))
        .map(worth => (worth === null ? { unit } : { unit, points: points(worth) }))
    : fc
        .constantFrom('好', '较好', '一般', '不了解', null)
        .map(grade => (grade === null ? { unit } : { unit, grade }))
}

test('the independent recount runs by itself, is short and imports nothing of ours', async () => {
  const text = readFileSync(script, 'utf8')
  expect(text.split('\n').length).toBeLessThan(300)
  expect([...text.matchAll(/^import .* from '(.*)'/gm)].map(found => found[1]!)).toEqual([
    'node:crypto',
    'node:fs',
    'node:url',
  ])
  const folder = mkdtempSync(join(tmpdir(), '衡评 计票-'))
  try {
    const [file, published] = [join(folder, '计票.json'), join(folder, '公布.json')]
    writeFileSync(file, made.countFile)
    writeFileSync(published, made.publishedFile)
    const said = execFileSync(process.execPath, [fileURLToPath(script), file, published]).toString()
    expect(said).toMatch(/^agrees/)
    expect(said).toContain('that a sheet came from a voter, and that none is missing')
    const counts = { voterClass: '甲', medium: 'phone', printed: 20, handedOut: 12, givenBack: 1, spoilt: 1 }
    const beyond = (more: object) =>
      independent.beyondIssued(JSON.stringify({ issued: [{ ...counts, ...more }], phone, paper }))
    expect(beyond({})).toEqual(['甲, phone: 11 sheets, 10 handed out and kept'])
    expect(beyond({ spoilt: 0 })).toEqual([])
    expect(beyond({ voterClass: '丙', medium: 'paper', handedOut: 6 })).toHaveLength(1)
    const io = testIo()
    expect(await runRecount(file, { published }, io)).toBe(0)
    expect(io.said[0]).toBe('重新计票相符：25张票，6人')
    expect(await runRecount(published, {}, testIo())).toBe(0)
    expect(await runRecount(file, { published: file }, testIo())).toBe(1)
    expect(await runRecount(join(folder, '没有.json'), {}, testIo())).toBe(2)
    writeFileSync(file, '{}')
    const none = testIo()
    expect([await runRecount(file, {}, none), none.warned[0]]).toEqual([
      2,
      `“${file}”不是计票文件，也不是公布文件；请从会议的“计票”页面重新导出`,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
