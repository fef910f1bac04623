import { fileOf } from '../finished.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDemo } from '../../../src/cli/demo.ts'
import { runScore } from '../../../src/cli/score.ts'
import { testIo } from '../../cli/testIo.ts'
import { runVerify } from '../../../src/cli/verify.ts'
import { checkCaseFile } from '../../../verify/checkCaseFile.ts'
import { countDifferences } from '../../../verify/findings.ts'
import { readZip } from '../../../verify/zip.ts'
import type { ResultsFile } from '../../../src/contract/results/resultsSchema.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { readWorkbook } from '../../results/readWorkbook.ts'
import { compareCells, openInHyperFormula, valuesOf } from '../../results/recompute.ts'
import { PASSWORD, type Visitor } from '../office.ts'
import { type Answered, type DemoYear, openDemoYear } from './aDemoYear.ts'
import { PERSONAL, textsOf } from './personalTexts.ts'
import { openEmpty } from '../databases.ts'
import { stepsOfOneWay } from '../../oneWay.ts'

const UNITS = 48

let database: OpenDatabase
let year: DemoYear
let folder: string
let unit: Visitor

stepsOfOneWay()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengping-year-'))
  database = await openEmpty('PGlite')
  year = await openDemoYear(database, UNITS)
})

afterAll(async () => {
  await year.office.close()
  rmSync(folder, { recursive: true, force: true })
})

type Row = Answered<'GET /api/years/:year/ranking'>['rows'][number]

async function ranked(): Promise<Map<string, Row>> {
  return new Map(
    (await year.ask(year.committee, 'GET /api/years/:year/ranking')).rows.map(row => [row.unit, row]),
  )
}

async function findingsOf(one: string) {
  const query = { kind: 'findings', unit: one }
  return (await year.ask(year.committee, 'GET /api/years/:year/facts', { query })).facts
}

test('the ranking equals that of the command line over the same files', async () => {
  const io = testIo()
  expect(await runDemo({ out: join(folder, 'demo'), units: UNITS, seed: 2018 }, io)).toBe(0)
  const [facts, history, file] = [
    join(folder, 'demo', 'facts.json'),
    join(folder, 'demo', 'history.json'),
    join(folder, 'scored.json'),
  ]
  expect(await runScore({ scheme: 'schemes/xiangxi-2018', facts, history, out: [file] }, io)).toBe(0)
  const { results } = JSON.parse(readFileSync(file, 'utf8')) as ResultsFile
  const rows = await ranked()
  expect(rows.size).toBe(results.length)
  for (const { unit: id, composite, standing, grade, components, consequences } of results) {
    const row = rows.get(id)!
    expect(row.composite).toBe(composite)
    expect(row.standing).toMatchObject(standing!)
    expect(row.grade).toMatchObject(grade!)
    expect(row.components.map(one => one.points)).toEqual(components.map(one => one.points))
    expect(row.consequences.map(one => one.rule)).toEqual(consequences.map(one => one.rule))
  }
})

let lowest: Row

test('附件 a lost row can be traced to its finding, with who found it and who entered it when', async () => {
  lowest = [...(await ranked()).values()].find(row => row.standing?.fromBottom === 1)!
  const params = { unit: lowest.unit }
  const result = await year.ask(year.committee, 'GET /api/years/:year/units/:unit/result', { params })
  expect(result.waterfall.at(-1)).toMatchObject({ kind: 'score', after: lowest.composite })
  expect(result.history.map(past => past.cycle)).toEqual([2015, 2016, 2017, 2018])
  const [lost] = result.rowsLost
  const explain = (query: Record<string, string | number>) =>
    year.ask(year.committee, 'GET /api/years/:year/units/:unit/explanation', { params, query })
  const { node, way } = await explain({ row: lost!.row })
  expect(way.map(one => one.kind)).toEqual([
    'result',
    'composite',
    'component',
    'inspection',
    'rubric',
    'row',
  ])
  expect(node.points).toBe(lost!.points)
  const findings = node.children.flatMap(rule => rule.evidence).filter(one => one.kind === 'finding')
  expect(findings.length).toBeGreaterThan(0)
  for (const one of findings)
    expect(one).toMatchObject({ author: expect.any(String), enteredBy: '系统', fact: expect.any(String) })
  expect((await explain({ path: node.path })).node).toEqual(node)
  expect((await explain({ row: lost!.row, depth: 0 })).node).toMatchObject({
    children: [],
    more: node.children.length,
  })
  const clause = await year.ask(year.committee, 'GET /api/years/:year/clauses', {
    query: { citation: lost!.citation },
  })
  expect(clause.cited.map(one => one.row)).toContain(lost!.row)
})

const TRY = 'POST /api/years/:year/what-if'
const APPLY = 'POST /api/years/:year/what-if/apply'

test('a what-if without changes changes no result', async () => {
  const tried = await year.ask(year.committee, TRY, { body: {} })
  expect(tried.comparison).toMatchObject({
    movements: [],
    counts: { scores: 0, places: 0, grades: 0, consequences: 0 },
  })
  expect(tried.writes).toMatchObject({ facts: 0, scheme: false, mayApply: false })
  expect(
    await year.refused(year.committee, APPLY, {
      body: { changes: {}, revision: await year.revision(), reason: '无' },
    }),
  ).toBe('whatIfEmpty')
  const same = { weights: [{ component: 'survey', weight: 10 }] }
  expect((await year.ask(year.committee, TRY, { body: same })).comparison.movements).toEqual([])
})

test('applying a what-if gives the result that it predicted', async () => {
  const before = await ranked()
  const [first, second] = await findingsOf(lowest.unit)
  const changes = {
    remove: [first!.id],
    replace: [
      { fact: second!.id, with: { kind: 'findings', body: { ...second!.fact.body, note: '核实后更正' } } },
    ],
    add: [{ kind: 'annualGrades', body: { unit: lowest.unit, annualGrade: 'excellent' } }],
  }
  const tried = await year.ask(year.committee, TRY, { body: changes })
  expect(await ranked()).toEqual(before)
  const revision = await year.revision()
  const apply = { body: { changes, revision, reason: '复核' } }
  expect(await year.refused(year.leading, APPLY, apply)).toBe('notAllowed')
  expect(await year.ask(year.committee, APPLY, apply)).toMatchObject({
    added: 2,
    removed: 2,
    revision: revision + 1,
  })
  const moved = new Map(tried.comparison.movements.map(one => [one.unit, one]))
  expect(moved.size).toBeGreaterThan(0)
  for (const [id, row] of await ranked()) {
    const [was, predicted] = [before.get(id)!, moved.get(id)?.to]
    const wanted = predicted ?? { composite: was.composite, place: was.standing?.place }
    expect([id, row.composite, row.standing?.place]).toEqual([id, wanted.composite, wanted.place])
  }
  expect(await year.refused(year.committee, APPLY, apply)).toBe('staleRevision')
  expect(await year.refused(year.committee, TRY, { body: changes })).toBe('whatIfUnknownFact')
})

test('a change of weights is written as a new draft and changes nothing until the year adopts it', async () => {
  const before = await ranked()
  const weights = [
    { component: 'survey', weight: 20 },
    { component: 'inspection', weight: 40 },
  ]
  expect(await year.refused(year.committee, TRY, { body: { weights: weights.slice(0, 1) } })).toBe(
    'whatIfSchemeFaulty',
  )
  const tried = await year.ask(year.committee, TRY, { body: { weights } })
  const revision = await year.revision()
  const { draft } = await year.ask(year.committee, APPLY, {
    body: { changes: { weights }, revision, reason: '拟调权重' },
  })
  expect(await ranked()).toEqual(before)
  const params = { version: draft!.version }
  const { head } = await year.ask(year.committee, 'GET /api/schemes/:version', { params })
  await year.ask(year.committee, 'POST /api/schemes/:version/promulgation', {
    params,
    body: { revision: head.revision },
  })
  const { scheme: old } = await year.ask(year.committee, 'GET /api/years/:year')
  const adopt = (version: string, at: number) => ({ body: { version, revision: at, reason: '改用' } })
  await year.ask(year.committee, 'POST /api/years/:year/scheme', adopt(draft!.version, revision))
  const after = await ranked()
  for (const one of tried.comparison.movements) expect(after.get(one.unit)!.composite).toBe(one.to.composite)
  expect(
    await year.refused(year.committee, 'POST /api/years/:year/scheme', adopt(draft!.version, revision + 1)),
  ).toBe('versionInUse')
  await year.ask(year.committee, 'POST /api/years/:year/scheme', adopt(old!.version, revision + 1))
  expect([...(await ranked()).values()]).toEqual([...before.values()])
})

test('五（一） a sealed year is verified by the command line and recomputed by a spreadsheet', async () => {
  await year.uphold()
  expect((await year.ask(year.committee, 'GET /api/years/:year/seal-checks')).maySeal).toBe(true)
  const sealed = await year.seal()
  expect(sealed).toMatchObject({ number: 1, state: 'sealed', root: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const file = join(folder, 'sealed.json')
  writeFileSync(file, await year.fetch(year.committee, { kind: 'results' }))
  const io = testIo()
  expect(await runVerify({ results: file }, io)).toBe(0)
  expect(io.said.join('\n')).toContain(sealed.root)
  const book = readWorkbook(await year.fetch(year.committee, { kind: 'workbook' }))
  expect(JSON.stringify([...book.values()].map(rows => [...rows.values()]))).toContain(sealed.root)
  const { formulas, differences } = compareCells(book, valuesOf(openInHyperFormula(book)))
  expect(formulas).toBeGreaterThan(1000)
  expect(differences).toEqual([])
})

const CASE_FILE = 'POST /api/years/:year/seals/:number/case-file'

test('五（一） the case file of a seal is recomputed apart from the engine, holds the trail of the year alone, and shows a change', async () => {
  const auditor = await year.office.someone('shenji', [{ role: 'auditor' }])
  await year.office.someone('buxianggan', [{ role: 'unit', unit: lowest.unit }])
  const wanted = { params: { number: 1 }, body: {} }
  const made = async (who: Visitor) => fileOf(who, (await year.ask(who, CASE_FILE, wanted)).job)
  const file = join(folder, 'case.zip')
  writeFileSync(file, await made(auditor))
  const io = testIo()
  expect([await runVerify({ results: file }, io), io.said.join('\n')]).toEqual([
    0,
    expect.stringContaining('核对一致'),
  ])
  const files = await readZip(readFileSync(file))
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      '目录.html',
      '目录.json',
      '核验.html',
      '结果.json',
      '结果工作簿.xlsx',
      '留痕.ndjson',
    ]),
  )
  const linesOf = (of: Map<string, Uint8Array>) =>
    Buffer.from(of.get('留痕.ndjson')!)
      .toString()
      .split('\n')
      .flatMap(line => (line === '' ? [] : [JSON.parse(line) as { kind?: string; year?: number }]))
  expect(new Set(linesOf(files).flatMap(({ kind, year: of }) => (kind === undefined ? [] : [of])))).toEqual(
    new Set([2018]),
  )
  expect(linesOf(files).some(({ kind }) => kind === undefined)).toBe(true)
  const forCommittee = await readZip(await made(year.committee))
  expect(new Set(linesOf(forCommittee).flatMap(({ kind }) => kind ?? []))).toEqual(
    new Set(['drawHeld', 'resultsSealed']),
  )
  expect(countDifferences(checkCaseFile(forCommittee))).toBe(0)
  for (const of of [files, forCommittee]) {
    const texts = textsOf(of)
    expect(
      JSON.parse(Buffer.from(of.get('结果.json')!).toString()).inputs.facts.surveys.length,
    ).toBeGreaterThan(0)
    for (const personal of PERSONAL)
      expect(texts.filter(({ text }) => personal.test(text)).map(({ path }) => path)).toEqual([])
    for (const account of ['buxianggan', PASSWORD, auditor.cookie, year.committee.cookie])
      expect(texts.filter(({ text }) => text.includes(account)).map(({ path }) => path)).toEqual([])
  }
  const forged = Buffer.from(files.get('结果.json')!)
    .toString()
    .replace(/"composite":\d+/, '"composite":1')
  expect(countDifferences(checkCaseFile(files.set('结果.json', Buffer.from(forged))))).toBeGreaterThan(1)
  const { checkerPage } = year.office.context
  Object.assign(year.office.context, { checkerPage: async () => undefined })
  expect(await year.refused(year.committee, CASE_FILE, wanted)).toBe('checkerMissing')
  Object.assign(year.office.context, { checkerPage })
  expect(await year.refused(year.committee, CASE_FILE, { params: { number: 9 }, body: {} })).toBe('notFound')
})

test.each([
  "update fact set body = '{}' where year = 2018",
  "delete from fact where year = 2018 and kind = 'visits'",
  'delete from holder where year = 2018',
  "update roster_unit set name = 'x' where year = 2018",
  'update cycle set revision = revision + 1 where year = 2018',
  'update cycle set scheme_version = null where year = 2018',
  'update cycle set sealed = false where year = 2018',
  'update seal set units = 1 where year = 2018',
  'delete from seal where year = 2018',
  'delete from seal_part',
])('the database itself protects a sealed year: %s', async statement => {
  await expect(database.db.execute(statement)).rejects.toThrow()
})

test('a sealed year accepts no facts, and units do not see it yet', async () => {
  unit = await year.office.someone('danwei', [{ role: 'unit', unit: lowest.unit }])
  const own = { params: { unit: lowest.unit } }
  expect(await year.refused(unit, 'GET /api/years/:year/units/:unit/result', own)).toBe('notReleased')
  const fact = { kind: 'vetoes', body: { unit: lowest.unit, veto: 'x', reason: 'x' } }
  expect(await year.refused(year.committee, 'POST /api/years/:year/facts', { body: { fact } })).toBe(
    'yearSealed',
  )
})

test('五（一） an approved result becomes the history of later years; after a correction the difference is shown and the old result is kept', async () => {
  const before = await ranked()
  const judge = (number: number) => ({ params: { number }, body: { opinion: '同意' } })
  await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', judge(1))
  await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })
  const past = await database.db.execute<{ unit: string; composite: number }>(
    "select unit, (body ->> 'composite')::float8 / 1000 as composite from past_entry where cycle = 2018",
  )
  expect(past.rows.length).toBe(before.size)
  for (const { unit: id, composite } of past.rows) expect(before.get(id)!.composite).toBe(composite)

  const correct = { body: { seal: 1, reason: '一条核查情况录错单位' } }
  expect(await year.ask(year.committee, 'POST /api/years/:year/corrections', correct)).toMatchObject({
    state: 'correcting',
  })
  const [finding] = await findingsOf(lowest.unit)
  const withdraw = {
    params: { fact: finding!.id },
    body: { revision: finding!.revision, reason: '录错单位' },
  }
  await year.ask(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', withdraw)
  const own = await year.ask(unit, 'GET /api/years/:year/units/:unit/result', {
    params: { unit: lowest.unit },
  })
  expect(own.row!.composite).toBe(before.get(lowest.unit)!.composite)
  expect(await year.seal()).toMatchObject({ number: 2, correction: correct.body.reason })
  const { from, to, comparison } = await year.ask(
    year.leading,
    'GET /api/years/:year/seals/:number/differences',
    { params: { number: 2 } },
  )
  expect([from, to]).toEqual([1, 2])
  const movement = comparison.movements.find(one => one.unit === lowest.unit)!
  expect(movement.from.composite).toBe(before.get(lowest.unit)!.composite)
  expect(movement.to.composite).toBe((await ranked()).get(lowest.unit)!.composite)
  await year.ask(year.leading, 'POST /api/years/:year/seals/:number/approve', judge(2))
  const seen = async () =>
    await year.ask(unit, 'GET /api/years/:year/units/:unit/result', { params: { unit: lowest.unit } })
  expect((await seen()).seal!.number).toBe(1)
  expect((await seen()).row!.composite).toBe(before.get(lowest.unit)!.composite)
  const { seals, released, releasedSeal } = await year.ask(year.committee, 'GET /api/years/:year/seals')
  expect([released, releasedSeal]).toEqual([false, 1])
  const { waiting } = await year.ask(year.committee, 'GET /api/years/:year/due')
  expect(waiting.map(one => one.id)).toContain('release')
  expect(waiting.map(one => one.id)).not.toContain('serve')
  await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 2 } })
  expect((await year.office.trail()).filter(line => line.kind === 'resultsReleased').length).toBe(2)
  expect(seals.map(one => [one.number, one.state])).toEqual([
    [1, 'superseded'],
    [2, 'approved'],
  ])
  const old = join(folder, 'old.json')
  writeFileSync(old, await year.fetch(year.committee, { kind: 'results', seal: 1 }))
  expect(await runVerify({ results: old }, testIo())).toBe(0)
})

test('after release a unit sees its own corrected result and no other; the trail records its views once an hour', async () => {
  const own = { params: { unit: lowest.unit } }
  const look = () => year.ask(unit, 'GET /api/years/:year/units/:unit/result', own)
  const looks = async () =>
    (await year.office.trail()).filter(line => line.kind === 'sealedRead' && line.actor_name === 'danwei')
      .length
  const seen = await looks()
  expect((await look()).seal!.number).toBe(2)
  await look()
  expect(await looks()).toBe(seen + 1)
  const other = [...(await ranked()).keys()].find(id => id !== lowest.unit)!
  expect(
    await year.refused(unit, 'GET /api/years/:year/units/:unit/result', { params: { unit: other } }),
  ).toBe('outOfReach')
  expect(await year.refused(unit, 'POST /api/years/:year/exports', { body: { kind: 'results' } })).toBe(
    'notAllowed',
  )
  year.office.forward(61)
  await unit.signIn('danwei')
  await look()
  expect(await looks()).toBe(seen + 2)
  const { node } = await year.ask(unit, 'GET /api/years/:year/units/:unit/explanation', own)
  const people = new Set(
    evidenceOf(node).flatMap(({ author = [], enteredBy = [] }) => [author, enteredBy].flat()),
  )
  expect([...people].filter(name => !['核查组', '经办人员'].includes(name))).toEqual([])
  expect(people.size).toBeGreaterThan(0)
})

interface Told {
  readonly evidence: readonly { readonly author?: string; readonly enteredBy?: string }[]
  readonly children: readonly Told[]
}

/** All evidence of an explanation. */
function evidenceOf({ evidence, children }: Told): Told['evidence'] {
  return [...evidence, ...children.flatMap(evidenceOf)]
}
