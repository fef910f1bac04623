import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { LONG, SEED } from '../../../tests/longRun.ts'
import { alignItems } from './alignItems.ts'
import { compareSchemes, type SchemeDifference } from './compareSchemes.ts'
import { type SchemeDocument, withAllLists } from './schemeDocument.ts'

function aDocument(name: string): SchemeDocument {
  const part = (file: string): object =>
    parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'schemes', name, file), 'utf8')) as object
  return withAllLists({ ...part('scheme.yaml'), ...part('rubric.yaml') } as SchemeDocument)
}

const documents = ['xiangxi-2018', 'jiangnan-2024'].map(aDocument)
const [xiangxi, jiangnan] = documents as [SchemeDocument, SchemeDocument]

type Step = string | number

/** Every leaf of a document: its path by index, and by the names that a difference has. */
function* leaves(
  node: unknown,
  path: readonly Step[] = [],
  named: readonly string[] = [],
): Generator<{ path: readonly Step[]; named: readonly string[] }> {
  if (Array.isArray(node) && node.every(item => typeof item === 'object' && item !== null)) {
    const { pairs } = alignItems(named.at(-1) ?? '', node as never, node as never)
    for (const { key, after } of pairs) yield* leaves(after!.value, [...path, after!.at], [...named, key])
  } else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    for (const [key, value] of Object.entries(node)) yield* leaves(value, [...path, key], [...named, key])
  } else yield { path, named }
}

function changed(document: SchemeDocument, path: readonly Step[]): SchemeDocument {
  const copy = structuredClone(document)
  let holder = copy as never as Record<Step, unknown>
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<Step, unknown>
  const last = path.at(-1)!
  holder[last] = another(holder[last])
  return copy
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return [...(value as unknown[]), '别的']
  return value === null ? 5 : `${String(value)}改`
}

/** The difference stands at the leaf or around it, never elsewhere. */
function covers(difference: SchemeDifference, named: readonly string[]): boolean {
  return difference.path.every((step, at) => step === named[at])
}

test('equal schemes have no differences', () => {
  for (const document of documents) expect(compareSchemes(document, structuredClone(document))).toEqual([])
})

test('each changed leaf (one in six, all in the long run) is reported once, in its place, in words without keys of the file', () => {
  for (const document of documents) {
    const all = [...leaves(document)]
    expect(all.length).toBeGreaterThan(400)
    for (const { path, named } of all.filter((_, at) => LONG || at % 6 === SEED % 6)) {
      const differences = compareSchemes(document, changed(document, path))
      // An item under another name is one taken out and one put in.
      const renames = ['id', 'citation', 'annualGrade', 'counter'].includes(String(named.at(-1)))
      expect(differences.length, path.join('.')).toBeGreaterThan(0)
      if (!renames)
        expect(
          differences.every(difference => covers(difference, named)),
          path.join('.'),
        ).toBe(true)
    }
  }
})

test('comparing in reverse swaps was and is', () => {
  const there = compareSchemes(xiangxi, jiangnan)
  const back = compareSchemes(jiangnan, xiangxi)
  const told = (all: readonly SchemeDifference[], turn: boolean) =>
    all.map(({ path, was, is }) => [path.join('.'), ...(turn ? [is, was] : [was, is])].join('|')).toSorted()
  expect(told(back, true)).toEqual(told(there, false))
})

test('a weight, a row, a rule, a band and a ruling are reported, each with its clause', () => {
  const is = structuredClone(xiangxi)
  is.components[1]!.weight = 45
  is.components[0]!.weight = 25
  is.rubrics[0]!.rows[0]!.base = 5
  is.rubrics[0]!.rows[1]!.rules.push({ id: 'extra', form: 'flat', points: 1, text: '没有归档' })
  is.rubrics[0]!.rows.splice(2, 1)
  Object.assign(
    is.rulings.find(ruling => ruling.id === 'R10')!,
    {
      answer: 'byTier',
      state: 'settled',
      settledBy: '工委',
      settledOn: '2018-12-20',
      text: '按层级分三个榜',
    },
  )
  const told = compareSchemes(xiangxi, is).map(({ kind, place, citation, was, is: now }) => [
    kind,
    place,
    citation,
    was,
    now,
  ])
  expect(told).toEqual([
    ['changed', '日常管理 权重（%）', '三（二）1', '20', '25'],
    ['changed', '实地核查 权重（%）', '三（二）2', '50', '45'],
    ['changed', '一.1 班子会研究党建 分值', '附件 一.1', '4', '5'],
    [
      'added',
      '一.2 五化与标准化建设 评分标准 “没有归档”',
      '附件 一.2',
      undefined,
      '没有归档（有此情形扣1分，只扣一次）',
    ],
    [
      'removed',
      '一.3 解决突出问题',
      '附件 一.3',
      '一.3 解决突出问题，3分：突出问题没有解决（有此情形扣2分，只扣一次）',
      undefined,
    ],
    ['changed', '口径R10 状态', '五（三）', '暂按默认', '已确认'],
    ['changed', '口径R10 答案', '五（三）', '全部排一个榜', '按层级分榜'],
    ['changed', '口径R10 答复', '五（三）', '全部考核对象排一个榜', '按层级分三个榜'],
    ['changed', '口径R10 答复者', '五（三）', undefined, '工委'],
    ['changed', '口径R10 答复日期', '五（三）', undefined, '2018年12月20日'],
  ])
})

test('the same items in another order are reported as reordered', () => {
  const is = structuredClone(jiangnan)
  is.components.reverse()
  expect(compareSchemes(jiangnan, is)).toEqual([
    expect.objectContaining({
      kind: 'moved',
      part: 'components',
      was: '履职核查、民主测评、工作实绩',
      is: '工作实绩、民主测评、履职核查',
    }),
  ])
})

test('a rule changed to another form is reported whole', () => {
  const is = structuredClone(xiangxi)
  const rules = is.rubrics[0]!.rows[0]!.rules
  rules[1] = { id: rules[1]!.id, form: 'perOccurrence', points: 1, text: rules[1]!.text }
  expect(compareSchemes(xiangxi, is)).toMatchObject([
    { was: expect.stringContaining('一次性扣分'), is: expect.stringContaining('按项扣分') },
  ])
})

test('schemes with unlike structure are compared by names, without ids', () => {
  const told = compareSchemes(xiangxi, jiangnan).filter(({ path }) => path.join() !== 'id')
  const words = told.flatMap(
    ({ place, was = '', is = '' }) => `${place} ${was} ${is}`.match(/[a-z][A-Za-z]+/g) ?? [],
  )
  expect(told.length).toBeGreaterThan(100)
  expect([...new Set(words)]).toEqual([])
})
