import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ResultsFile } from '../../src/contract/results/resultsSchema.ts'
import { canonicalHash } from '../../src/files/results/canonicalHash.ts'
import {
  hashInputs,
  hashResults,
  parseResultsDocument,
  printResultsDocument,
} from '../../src/files/results/resultsDocument.ts'
import { verifyResults } from '../../src/files/results/verifyResults.ts'
import { canonicalText } from '../../src/domain/kernel/ids.ts'
import { demoResults, readDemoScheme, SCHEMES } from './demoResults.ts'

const demo = Object.fromEntries(SCHEMES.map(id => [id, demoResults(readDemoScheme(id)).file])) as Record<
  (typeof SCHEMES)[number],
  ResultsFile
>

type Loose = any

/** The file as it comes back from disk, after `change`. */
function told(id: (typeof SCHEMES)[number], change: (file: Loose) => void = () => {}, rehash = false) {
  const raw = JSON.parse([...printResultsDocument(demo[id])].join('')) as Loose
  change(raw)
  if (rehash) raw.hashes = { ...hashInputs(raw.inputs), results: hashResults(raw) }
  const parsed = parseResultsDocument(raw)
  if (parsed.file === undefined) throw new Error(JSON.stringify(parsed.faults))
  return verifyResults(parsed)
}

test.each(SCHEMES)('%s: an untouched file recomputes without a difference', id => {
  const verified = told(id)
  expect(verified).toEqual({ total: 0, differences: [], units: 118 })
})

test('the printed text is the document itself, one line per appraisee', () => {
  const file = demo['xiangxi-2018']
  const text = [...printResultsDocument(file)].join('')
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(file)))
  expect(text.split('\n').filter(line => line.startsWith('  {"unit":"SF001","name"'))).toHaveLength(1)
})

test('the order of keys does not matter', () => {
  const turned = (value: Loose): Loose =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, field]) => [key, turned(field)]),
          )
        : value
  const verified = told('jiangnan-2024', file => Object.assign(file, turned(file)))
  expect(verified.total).toBe(0)
})

const unit = (file: Loose, id: string): Loose => file.results.find((one: Loose) => one.unit === id)
const first: Loose = unit(demo['xiangxi-2018'], 'SF001')
const NAME = `单位“${first.name}”（SF001）`

test.each<[string, (file: Loose) => void, string]>([
  [
    'a composite',
    file => (unit(file, 'SF001').composite = 99),
    `${NAME}的综合得分：文件为99，复算为${first.composite}`,
  ],
  [
    'a component',
    file => (unit(file, 'SF001').components[1].points = 9.5),
    `${NAME}的分项“实地核查”得分：文件为9.5，复算为${first.components[1].points}`,
  ],
  [
    'a row',
    file => (unit(file, 'SF001').components[1].rounds[0].rows['一.1'] = 0.125),
    `${NAME}的分项“实地核查”一.1行得分：文件为0.125，复算为${first.components[1].rounds[0].rows['一.1']}`,
  ],
  [
    'a place',
    file => (unit(file, 'SF001').standing.place = 999),
    `${NAME}的名次：文件为999，复算为${first.standing.place}`,
  ],
  [
    'a grade',
    file => (unit(file, 'SF001').grade.name = '最好'),
    `${NAME}的综合评价等次名称：文件为最好，复算为${first.grade.name}`,
  ],
  [
    'a consequence taken out',
    file => file.results.find((one: Loose) => one.consequences.length > 0).consequences.shift(),
    '文件中没有，复算为',
  ],
  [
    'a consequence put in',
    file =>
      unit(file, 'SF001').consequences.push({
        rule: 'lastThree',
        name: '后3名绩效扣3分',
        citation: '五（三）',
        years: [2018],
        deduction: 3,
      }),
    `${NAME}的结果运用“后3名绩效扣3分”：文件为后3名绩效扣3分（五（三）），复算没有这一项`,
  ],
  ['an issue reworded', file => (unit(file, 'SF001').issues[0].text = '无'), `${NAME}的问题（`],
  [
    'a unit taken out',
    file => (file.results = file.results.filter((one: Loose) => one.unit !== 'SF001')),
    `${NAME}应有结果，文件中没有`,
  ],
  [
    'a unit made up',
    file => file.results.push({ ...unit(file, 'SF001'), unit: 'SF999' }),
    '（SF999）不是考核对象，文件中却有它的结果',
  ],
  ['a unit twice', file => file.results.push(unit(file, 'SF001')), `${NAME}在文件中有不止一份结果`],
  [
    'an issue of nobody made up',
    file => file.issues.push({ kind: 'smallCohort', citation: '', text: '多' }),
    '全年的问题（对象过少）',
  ],
])('%s changed, its hash made anew: found by recomputing', (_what, change, sentence) => {
  const verified = told('xiangxi-2018', change, true)
  expect(verified.total).toBeGreaterThan(0)
  expect(verified.differences.join('\n')).toContain(sentence)
})

test('a changed score alone is also found by the hash', () => {
  const verified = told('xiangxi-2018', file => (unit(file, 'SF001').composite = 99))
  expect(verified.total).toBe(2)
  expect(verified.differences[0]).toMatch(
    /^结果的校验值不符：文件所记为[0-9a-f]{12}…，按文件内容重算为[0-9a-f]{12}…/,
  )
})

test.each<[string, (file: Loose) => void, string]>([
  ['a fact', file => (file.inputs.facts.findings[0].count += 1), '事实的校验值不符'],
  [
    'a ruling',
    file => (file.inputs.scheme.rulings.find((one: Loose) => one.topic === 'rounding').answer.half = 'even'),
    '方案的校验值不符',
  ],
  ['a past year', file => (file.inputs.history.years[0].entries[0].composite += 1), '历年结果的校验值不符'],
  ['a hash', file => (file.hashes.facts = '0'.repeat(64)), '事实的校验值不符：文件所记为000000000000…'],
  ['the sign that entries were refused', file => (file.partial = { refused: 3 }), '结果的校验值不符'],
])('%s changed: found by its hash', (_what, change, sentence) => {
  expect(told('xiangxi-2018', change).differences.join('\n')).toContain(sentence)
})

test('a changed input fact with all hashes recomputed is found: the results no longer follow from it', () => {
  const change = (file: Loose) => {
    file.inputs.facts.findings.push({
      unit: 'SF001',
      row: '二.1',
      rule: file.inputs.scheme.rubrics[0].rows[4].rules[0].id,
      count: 2,
      quarter: 4,
    })
  }
  const verified = told('xiangxi-2018', change, true)
  const rows = first.components[1].rounds[0].rows
  expect(verified.differences).toContain(`${NAME}的分项“实地核查”二.1行得分：文件为${rows['二.1']}，复算为0`)
})

test('facts that the scheme does not allow are reported without a crash', () => {
  const verified = told('jiangnan-2024', file => (file.inputs.facts.findings[0].rule = 'noSuchRule'), true)
  expect(verified.differences[0]).toMatch(/^所带事实的核查情况第1条：/)
})

test('a scheme with an open ruling or faults cannot be recomputed', () => {
  const open = told(
    'xiangxi-2018',
    file => Object.assign(file.inputs.scheme.rulings[0], { state: 'open' }),
    true,
  )
  expect(open.differences.join()).toMatch(/不能复算|不能据以复算/)
  const faulty = told('xiangxi-2018', file => (file.inputs.scheme.components[0].weight = 18), true)
  expect(faulty.differences[0]).toMatch(/^所带方案有\d+处错误/)
})

test('of many differences the first are listed, and all are counted', () => {
  const verified = told(
    'xiangxi-2018',
    file => file.results.forEach((one: Loose) => (one.composite = 1)),
    true,
  )
  expect(verified.total).toBeGreaterThan(110)
  expect(verified.differences).toHaveLength(50)
})

test('a file that is not a results file is refused with its faults', () => {
  expect(parseResultsDocument({ format: 'hengping-results/1' }).faults.length).toBeGreaterThan(0)
  expect(parseResultsDocument(null).file).toBeUndefined()
})

test('the hash computed in pieces equals that of the canonical text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(canonicalHash(value)).toBe(createHash('sha256').update(canonicalText(value)).digest('hex'))
    }),
  )
})
