import fc from 'fast-check'
import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { scanJson } from '../../src/files/scanJson.ts'
import type { FactsReading } from '../../src/files/facts/factsReading.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { jiangnan, roster, xiangxi } from './aYear.ts'
import { expectWhole, refusals } from './aWorkbook.ts'
import { sized } from '../longRun.ts'

const absent = { unit: 'miao', row: '四.4', rule: 'absent', count: 1 }
const head = { format: 'hengping-facts/1', cycle: 2018, roster }

async function read(text: string | Uint8Array, scheme = xiangxi): Promise<FactsReading> {
  const reading = await readFacts(typeof text === 'string' ? new TextEncoder().encode(text) : text, scheme)
  expectWhole(reading)
  return reading
}

const json = (fields: object): Promise<FactsReading> => read(JSON.stringify({ ...head, ...fields }))
const told = async (text: string | Uint8Array): Promise<readonly string[]> => refusals(await read(text))
const findings = async (...list: readonly unknown[]): Promise<readonly string[]> =>
  refusals(await json({ findings: list }))

test('JSON and YAML are told apart by their first character and give the same facts', async () => {
  const file = { ...head, findings: [{ ...absent, note: '说明' }], surveys: [], measures: [] }
  const [fromJson, fromYaml] = [await read(`\ufeff \n${JSON.stringify(file)}`), await read(stringify(file))]
  expect(refusals(fromJson)).toEqual([])
  expect(fromYaml).toEqual(fromJson)
  expect(fromJson.facts.findings).toEqual([{ ...absent, note: '说明' }])
  expect(fromJson.roster).toEqual(roster)
  expect(fromJson.rows).toEqual({ in: 11, accepted: 11, refused: 0 })
})

test('points are decimals in the file and thousandths in memory', async () => {
  const sheets = [
    { component: 'debrief', session: '会', voterClass: 'delegate', marks: [{ unit: 'miao', points: 90.5 }] },
  ]
  expect((await json({ sheets })).facts.sheets[0]!.marks).toEqual([{ unit: 'miao', points: points(90.5) }])
})

test('input that is not text, UTF-8, JSON or YAML is refused', async () => {
  expect(await told('')).toEqual([' fileEmpty'])
  expect(await told(' \n ')).toEqual([' fileEmpty'])
  expect(await told(new Uint8Array([0x25, 0x50, 0x44, 0x46]))).toEqual([' notText'])
  expect(await told(new Uint8Array([1, 0, 2, 0]))).toEqual([' notText'])
  expect(await told(new Uint8Array([0xb5, 0xa5, 0xce, 0xbb, 0x3a, 0x20, 0x31]))).toEqual([' notUtf8'])
  expect(await told('单位,行,次数\n示范州种苗站,四.4,1\n')).toEqual([' looksLikeCsv'])
  expect(await told('单位\t行\t次数\n')).toEqual([' looksLikeCsv'])
  expect(await told('format: a\n\tcycle: 1')).toEqual([' yamlBroken'])
  expect(await told('format: a\nformat: b')).toEqual([' yamlBroken'])
  expect(await told('只有一句话')).toEqual([' yamlBroken'])
  expect(await told(`a: ${'甲'.repeat(1_500_000)}`)).toEqual([' yamlTooLarge'])
  expect(await told('[1, 2]')).toEqual([' mappingExpected'])
})

test('broken JSON is reported by line and column', async () => {
  const broken = async (text: string): Promise<unknown> => (await read(text)).refused[0]!.refusal
  expect(await broken('{\n  "cycle": 2018,,\n}')).toEqual({
    code: 'jsonBroken',
    values: { line: 2, column: 17, found: '“,”' },
  })
  expect(await broken('{"a": [1, 2')).toMatchObject({
    code: 'jsonBroken',
    values: { line: 1, column: 12, found: '文件结尾' },
  })
  expect(await broken('{"a": 1} x')).toMatchObject({ values: { column: 10 } })
  expect(await broken('{"a"：1}')).toMatchObject({ values: { column: 5, found: '“：”' } })
  expect(await broken('{"a": 1,\n "b": 2,\n "a": 3}')).toEqual({
    code: 'keyTwice',
    values: { line: 3, column: 2, key: 'a' },
  })
  expect(await broken('{"a": {"__proto__": 1}}')).toEqual({
    code: 'forbiddenKey',
    values: { line: 1, column: 8, key: '__proto__' },
  })
  expect(await broken('{"\\u005f_proto__": 1}')).toMatchObject({ code: 'forbiddenKey' })
  expect(await broken('{"constructor": 1}')).toMatchObject({ code: 'forbiddenKey' })
  expect(await broken('{"a": '.repeat(70))).toMatchObject({ code: 'tooDeep', values: { most: 64 } })
  expect(await broken('{"a": '.repeat(100_000))).toMatchObject({ code: 'tooDeep' })
})

test('the JSON scanner agrees with the parser', () => {
  const texts = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .tuple(
        fc.json(),
        fc.nat(200),
        fc.constantFrom('"', '\\', '{', ']', ',', '\n', '-', '0', 'e', 'x', '\u0001'),
      )
      .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at)),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ':',
          ',',
          '"a"',
          '"b\\n"',
          '1',
          '-0.5e3',
          '01',
          'true',
          'nul',
          ' ',
          '\t',
        ),
        {
          maxLength: 12,
        },
      )
      .map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(texts, text => {
      const fault = scanJson(text)
      if (fault?.code === 'keyTwice' || fault?.code === 'forbiddenKey' || fault?.code === 'tooDeep') return
      let parses = true
      try {
        JSON.parse(text)
      } catch {
        parses = false
      }
      expect([text, fault === undefined]).toEqual([text, parses])
    }),
    { numRuns: sized(3000, 300) },
  )
})

test('the head of the file: format, year, keys, roster, lists', async () => {
  const lines = async (fields: object): Promise<readonly string[]> =>
    refusals(await read(JSON.stringify(fields)))
  expect(await lines({})).toEqual([' formatMissing'])
  expect(await lines({ ...head, format: 'hengping-history/1' })).toEqual([' formatUnknown'])
  expect(await lines({ ...head, cycle: 2017 })).toEqual(['cycle cycleMismatch'])
  expect(await lines({ ...head, cycle: '2018' })).toEqual(['cycle fieldMissing'])
  expect(await lines({ format: head.format, cycle: 2018 })).toEqual(['roster fieldMissing'])
  expect(await lines({ ...head, roster: {} })).toEqual(['roster fieldMissing'])
  expect(await lines({ ...head, findigns: [] })).toEqual(['findigns keyUnknown'])
  expect(await lines({ ...head, roster: { ...roster, people: [] } })).toEqual(['roster.people keyUnknown'])
  expect(await lines({ ...head, findings: { a: 1 } })).toEqual(['findings listExpected'])
  expect(await lines({ ...head, ledger: null })).toEqual(['ledger listExpected'])
})

test('items of the wrong shape are refused one by one with their path, the others are kept', async () => {
  const reading = await json({
    findings: [absent, null, { ...absent, count: '１' }, { ...absent, quarter: 2 }, 7],
  })
  expect(refusals(reading)).toEqual([
    'findings[1] wrongShape',
    'findings[2].count wrongShape',
    'findings[4] wrongShape',
  ])
  expect(reading.facts.findings).toHaveLength(2)
  expect(reading.rows).toEqual({ in: 15, accepted: 12, refused: 3 })
})

test('the same faults have the same codes as in a workbook', async () => {
  const { count: _count, ...uncounted } = absent
  expect(await findings(uncounted)).toEqual(['findings[0].count fieldMissing'])
  expect(await findings({ ...absent, cuont: 1 })).toEqual(['findings[0].cuont keyUnknown'])
  expect(await findings({ ...absent, count: -1 })).toEqual(['findings[0].count countNegative'])
  expect(await findings({ ...absent, count: 0 })).toEqual(['findings[0].count countNotWhole'])
  expect(await findings({ ...absent, count: 1.5 })).toEqual(['findings[0].count countFractional'])
  expect(await findings({ ...absent, quarter: 5 })).toEqual(['findings[0].quarter quarterOutsideYear'])
  expect(await findings({ ...absent, foundOn: '2018-02-30' })).toEqual(['findings[0].foundOn cellWrongKind'])
  expect(await findings({ ...absent, amount: 1.2345 })).toEqual(['findings[0].amount tooManyDecimals'])
  expect(await findings({ ...absent, unit: 'x', row: 'y' })).toEqual([
    'findings[0].unit unknownUnit',
    'findings[0].row unknownRow',
  ])
  expect(await findings(absent, absent)).toEqual(['findings[1] duplicate'])
  expect(
    refusals(await json({ ledger: [{ unit: 'miao', counter: 'absent', period: '2018-13', count: 1 }] })),
  ).toEqual(['ledger[0].period cellWrongKind'])
  expect(refusals(await json({ knowledgeTests: [{ unit: 'miao', sat: 1, failed: 2 }] }))).toEqual([
    'knowledgeTests[0] moreFailedThanSat',
  ])
  const sheet = { component: 'debrief', session: '会', voterClass: 'delegate' }
  const marks = [{ unit: 'miao' }, { unit: 'cao', points: 1, grade: 'x' }, { unit: 'qi', points: 101 }]
  expect(refusals(await json({ sheets: marks.map(mark => ({ ...sheet, marks: [mark] })) }))).toEqual([
    'sheets[0].marks[0] markMissing',
    'sheets[1].marks[0] markBoth',
    'sheets[2].marks[0].points markOutside',
  ])
})

test('roster faults by path; facts of a refused unit', async () => {
  const units = [...roster.units.slice(1), { ...roster.units[0]!, level: 3 }]
  const reading = await read(
    JSON.stringify({ ...head, roster: { units }, findings: [{ ...absent, unit: 'lin' }] }),
  )
  expect(refusals(reading)).toEqual([
    'roster.units[4].level wrongShape',
    'roster.units[1].leadUnit unitRefused',
    'roster.units[2].leadUnit unitRefused',
    'findings[0].unit unitRefused',
  ])
})

test('a file of another scheme is detected by its year', async () => {
  expect(refusals(await read(JSON.stringify(head), jiangnan))).toEqual(['cycle cycleMismatch'])
})
