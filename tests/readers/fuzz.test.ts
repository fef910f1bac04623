import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { factsSheets } from '../../src/files/facts/factsSheets.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import { readHistory } from '../../src/files/facts/readHistory.ts'
import type { CellPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { roster, xiangxi } from './aYear.ts'
import { aWorkbook, expectWhole } from './aWorkbook.ts'
import { SLOWER, sized } from '../longRun.ts'

/** No single reading of these small files may take longer. */
const MOST_TIME = 10_000 * SLOWER

async function readsWhole(bytes: Uint8Array): Promise<void> {
  const start = performance.now()
  expectWhole(await readFacts(bytes, xiangxi))
  const past = await readHistory(bytes, xiangxi, roster)
  expect(past.rows.in).toBe(past.rows.accepted + past.rows.refused)
  expect(performance.now() - start).toBeLessThan(MOST_TIME)
}

const facts = {
  format: 'hengping-facts/1',
  cycle: 2018,
  roster,
  visits: [{ unit: 'miao', quarter: 1, by: 'leadUnit', heldOn: '2018-03-01' }],
  findings: [
    { unit: 'miao', row: '四.4', rule: 'absent', count: 1, quarter: 2, occasion: '会', note: '说明' },
  ],
  ledger: [{ unit: 'miao', counter: 'absent', period: '2018-09', count: 1 }],
  gradings: [{ unit: 'miao', component: 'routine', grade: 'good', by: 'lin' }],
  surveys: [{ unit: 'miao', component: 'survey', group: 'members', answers: { satisfied: 3 } }],
  sheets: [
    {
      component: 'debrief',
      session: '会',
      voterClass: 'delegate',
      marks: [
        { unit: 'miao', points: 90.5 },
        { unit: 'cao', points: 80 },
      ],
    },
  ],
  decisions: [{ kind: 'fromBottom', unit: 'miao', place: 1, by: '委员会', reason: '并列' }],
}
const text = JSON.stringify(facts)

const signs = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    '  ',
    '- ',
    '&a ',
    '*a',
    '!!map',
    '|',
    '1e999',
    'null',
    '-1',
    '九',
    '\u0000',
  ),
  fc.string({ maxLength: 6 }),
)

/** A text with some pieces cut out and some put in. */
function mangled(whole: string): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(whole.length), cut: fc.nat(12), put: signs })
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map(edits =>
      edits.reduce((left, { at, cut, put }) => left.slice(0, at) + put + left.slice(at + cut), whole),
    )
}

test('JSON with pieces removed and inserted', async () => {
  await fc.assert(
    fc.asyncProperty(mangled(text), async broken => readsWhole(strToU8(broken))),
    { numRuns: sized(2_000, 60) },
  )
})

test('YAML with pieces removed and inserted', async () => {
  await fc.assert(
    fc.asyncProperty(mangled(stringify(facts)), async broken => readsWhole(strToU8(broken))),
    { numRuns: sized(600, 20) },
  )
})

test('valid JSON text with any values in any places', async () => {
  const paths = placesOf(facts)
  const change = fc.tuple(
    fc.constantFrom(...paths),
    fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('miao', '四.4', -1, 1.5, 0, 1e15, '', '2018-13', 5, [], {}, null),
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
      let value: unknown = facts
      for (const [path, put] of changes) value = replaced(value, path, put)
      await readsWhole(strToU8(JSON.stringify(value) ?? 'null'))
    }),
    { numRuns: sized(3_000, 100) },
  )
})

const cell: fc.Arbitrary<CellPlan> = fc.oneof(
  fc.constantFrom<CellPlan>(
    null,
    'miao',
    '示范州草原站',
    '四.4',
    'absent',
    'delegate',
    1,
    2,
    0,
    -1,
    1.5,
    '１',
    '第三季度',
    '2018年9月',
    '好',
    true,
    { formula: 'A1' },
    { value: 3, formula: '1+2' },
    { value: 43455, style: { format: 'yyyy-mm-dd' } },
    { value: 0.5, style: { format: '0%' } },
  ),
  fc.string({ maxLength: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

test('workbooks with any cells in any rows', async () => {
  const names = factsSheets(xiangxi).map(layout => layout.name)
  const sheet = fc.tuple(
    fc.constantFrom(...names),
    fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 6 }),
    fc.boolean(),
    fc.option(fc.constantFrom('A2:B3', 'A1:A4', 'C5:D5')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 4 }), async wanted => {
      const bytes = await aWorkbook({
        change: sheets =>
          sheets.map(plan => {
            const found = wanted.find(([name]) => name === plan.name)
            if (!found) return plan
            const [, rows, withoutHeading, merge] = found
            return {
              ...plan,
              rows: withoutHeading ? rows : [plan.rows[0]!, ...rows],
              merges: merge === null ? [] : [merge],
            }
          }),
      })
      await readsWhole(bytes)
    }),
    { numRuns: sized(400, 10) },
  )
})

test('workbooks with damaged parts and matching checksums', async () => {
  const parts = unzipSync(
    await aWorkbook({ sheets: { 核查情况: [{ 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }] } }),
  )
  const paths = Object.keys(parts).filter(path => /\.(xml|rels)$/.test(path))
  const xmlSigns = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '<c>',
      '</c>',
      '<row r="1">',
      '</sheetData>',
      '<![CDATA[',
      '<!--',
      '&#0;',
      '&amp',
      'r="ZZZZ9"',
      ' t="s"',
      '<v>',
      '99999999',
      '<mergeCell ref="A1:XFD1048576"/>',
    ),
    fc.string({ maxLength: 5 }),
  )
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.nat(4000),
    cut: fc.nat(30),
    put: xmlSigns,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
      const broken = { ...parts }
      for (const { path, at, cut, put } of edits) {
        const xml = strFromU8(broken[path]!)
        const from = at % (xml.length + 1)
        broken[path] = strToU8(xml.slice(0, from) + put + xml.slice(from + cut))
      }
      await readsWhole(zipSync(broken, { level: 0 }))
    }),
    { numRuns: sized(1_000, 30) },
  )
})

test('workbooks with any bytes changed, and random bytes', async () => {
  const good = await aWorkbook({})
  const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(changes, async list => {
      const bytes = good.slice()
      for (const [at, byte] of list) bytes[at] = byte
      await readsWhole(bytes)
    }),
    { numRuns: sized(800, 25) },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => readsWhole(bytes)),
    { numRuns: sized(1_500, 50) },
  )
})

type Path = readonly (string | number)[]

function placesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([key, each]) =>
    placesOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inside]
}

function replaced(value: unknown, [step, ...rest]: Path, put: unknown): unknown {
  if (step === undefined) return put
  if (Array.isArray(value)) return value.map((each, at) => (at === step ? replaced(each, rest, put) : each))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [step]: replaced((value as Record<string | number, unknown>)[step], rest, put) }
}
