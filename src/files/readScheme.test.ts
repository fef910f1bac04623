import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { textFaultSentences } from '../contract/shape/textFault.ts'
import { MOST_BYTES } from './decodeText.ts'
import { readScheme } from './readScheme.ts'

const sound = readFileSync(join(import.meta.dirname, 'schemeFaults', 'soundScheme.yaml'), 'utf8')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (text: string, name = 'scheme.yaml') => ({ file: name, bytes: bytesOf(text) })
const read = (text: string) => readScheme([file(text)])
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length

/** 两个文件: the rubrics and lists apart from the rest, as in a scheme's folder. */
function folder(): readonly [string, string] {
  const [from, to] = [sound.indexOf('\nrubrics:') + 1, sound.indexOf('\nvetoes:') + 1]
  return [sound.slice(0, from) + sound.slice(to), sound.slice(from, to)]
}

test('a valid scheme is read from one file', () => {
  expect(read(sound)).toMatchObject({ scheme: { id: 'sound', base: 100_000 }, faults: [], assumed: [] })
})

test('a scheme reads the same from its folder as from one file', () => {
  const [scheme, rubric] = folder()
  expect(readScheme([file(scheme), file(rubric, 'rubric.yaml')])).toEqual(read(sound))
})

test('JSON is also read, including tab indentation', () => {
  expect(read(JSON.stringify(parse(sound), null, '\t'))).toEqual(read(sound))
})

test('a fault has its file, line and column, with its clause', () => {
  const [scheme, rubric] = folder()
  const { faults } = readScheme([
    file(scheme.replace('weight: 20', 'weight: 18')),
    file(rubric.replace('points: 2,', 'points: 11,'), 'rubric.yaml'),
  ])
  expect(faults).toMatchObject([
    {
      file: 'scheme.yaml',
      line: lineOf(scheme, 'components:'),
      column: 1,
      code: 'weightsOff',
      citation: '二（一）',
    },
    { file: 'rubric.yaml', line: lineOf(rubric, 'id: none'), code: 'amountAboveRow', citation: '附件 一.1' },
  ])
  expect(rubric.split('\n')[faults[1]!.line! - 1]!.slice(faults[1]!.column! - 1)).toMatch(/^points: 2/)
})

test('a missing field is located at its parent, an unknown one at itself', () => {
  const { faults } = read(
    sound
      .replace('    weight: 20\n', '')
      .replace('institution: 示范州', 'institution: 示范州\ninstitute: 示范州'),
  )
  expect(faults).toMatchObject([
    { code: 'fieldUnknown', line: lineOf(sound, 'institution:') + 1, column: 1 },
    { code: 'fieldMissing', line: lineOf(sound, '- id: routine') + 1, column: 5 },
  ])
})

test('faults are ordered by file and line', () => {
  const { faults } = read(
    sound
      .replace('weight: 20', 'weight: 18')
      .replace('due: 11-30', 'due: 11-31')
      .replace('computes: false', 'computes: true'),
  )
  const lines = faults.map(fault => fault.line!)
  expect(faults.map(fault => fault.code)).toEqual(['dateUnreal', 'weightsOff', 'clauseUncited'])
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
})

test('assumed rulings are notices with their place, not faults', () => {
  const { faults, assumed } = read(
    sound.replace('state: stated, answer: accumulate', 'state: assumed, answer: accumulate'),
  )
  expect(faults).toEqual([])
  expect(assumed).toMatchObject([
    { file: 'scheme.yaml', line: lineOf(sound, 'id: R1,'), ruling: { id: 'R1' } },
  ])
})

test('aliases are followed, and a fault inside one is located at the anchor', () => {
  const text = sound.replace(
    'computes: false }',
    'computes: false }\n  - &again { citation: 五, restated: 又一条, computes: false }\n  - *again',
  )
  expect(read(text).faults).toMatchObject([{ code: 'duplicateId', values: { kind: 'clause', id: '五' } }])
})

test('as many aliases as a file holds are resolved in one pass: walking the whole file for each takes minutes', () => {
  const many = Array.from({ length: 60_000 }, (_, at) => at)
  const text = `${many.map(at => `k${at}: &a${at} 1`).join('\n')}\nz: [${many.map(at => `*a${at}`).join(',')}]\n`
  expect(read(text).faults.map(({ code }) => code)).toContain('fieldUnknown')
})

describe('unreadable files', () => {
  const gbk = Uint8Array.from([...bytesOf('# line one\ntitle: '), 0xca, 0xbe, 0xb7, 0xb6, 10])
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[at]}`).join(',')}]`).join('\n')}\n`
  const cases: readonly (readonly [string, Uint8Array, string, object?])[] = [
    ['an empty file', bytesOf(''), 'fileEmpty'],
    ['a file of white space', bytesOf(' \n\n  '), 'fileEmpty'],
    ['a file of comments alone', bytesOf('# nothing\n'), 'yamlNotFields', { found: '空' }],
    ['too large a file', new Uint8Array(MOST_BYTES + 1), 'fileTooLarge'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'fileNotText'],
    ['GBK', gbk, 'fileNotUtf8', { looks: 'gbk' }],
    ['bytes of no encoding', Uint8Array.from([0x61, 0xff, 0xff, 0x61]), 'fileNotUtf8', { looks: 'unknown' }],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'fileNotUtf8', { looks: 'utf16' }],
    ['tabs', bytesOf('id: a\ntiers:\n\t- id: b\n'), 'yamlTab'],
    ['bad indentation', bytesOf('a:\n  b: 1\n c: 2\n'), 'yamlSyntax', { reason: '缩进不齐' }],
    ['an open bracket', bytesOf('a: [1, 2\nb: 3\n'), 'yamlSyntax'],
    ['a full-width colon', bytesOf('id: a\ntitle：b\n'), 'yamlSyntax', { slip: 'colon', line: 2 }],
    [
      'a full-width comma',
      bytesOf('id: a\nbands:\n  - { from: 98，points: 0 }\n'),
      'yamlSyntax',
      { slip: 'comma', line: 3 },
    ],
    [
      'a missing brace',
      bytesOf('rows:\n  - { id: a, base: 3\n\n  - { id: b }\n'),
      'yamlSyntax',
      { slip: 'brace', line: 2 },
    ],
    ['a missing bracket', bytesOf('rows: [a, b\ntitle: x\n'), 'yamlSyntax', { slip: 'bracket', line: 1 }],
    ['a missing quote', bytesOf('title: "甲\nid: a\n'), 'yamlSyntax', { slip: 'quote', line: 1 }],
    ['two documents', bytesOf('a: 1\n---\nb: 2\n'), 'yamlManyDocuments'],
    [
      'a file of facts',
      bytesOf('{"format": "hengping-facts/1", "cycle": 2018, "roster": {}}'),
      'otherFormat',
    ],
    ['brackets without end', bytesOf('['.repeat(100_000)), 'yamlTooDeep'],
    ['deep nesting', bytesOf(`a: ${'['.repeat(300)}${']'.repeat(300)}`), 'yamlTooDeep'],
    ['aliases that explode', bytesOf(bomb), 'yamlAliasBomb'],
    ['an alias of nothing', bytesOf('a: *b\n'), 'yamlAliasUnknown', { name: 'b' }],
    ['an alias of itself', bytesOf('a: &a [*a]\n'), 'yamlAliasCircle', { name: 'a' }],
    ['a list', bytesOf('- a\n- b\n'), 'yamlNotFields', { found: '列表' }],
    ['a single text', bytesOf('方案\n'), 'yamlNotFields', { found: '一个值' }],
  ]
  for (const [name, bytes, code, values = {}] of cases) {
    test(name, () => {
      const { scheme, faults } = readScheme([{ file: 'scheme.yaml', bytes }])
      expect(scheme).toBeUndefined()
      expect(faults).toMatchObject([{ code, severity: 'fault', file: 'scheme.yaml', values }])
    })
  }

  test('GBK is reported with its first bad line', () => {
    expect(readScheme([{ file: 'a', bytes: gbk }]).faults[0]?.line).toBe(2)
  })
})

describe('reading continues after a fault', () => {
  const cases: readonly (readonly [string, string, string, object?])[] = [
    ['a BOM', `\ufeff${sound}`, 'fileHasBom'],
    [
      'a key given twice',
      sound.replace('cycle: 2018\n', 'cycle: 2018\ncycle: 2019\n'),
      'yamlKeyTwice',
      { key: 'cycle', line: 5 },
    ],
    ['a forbidden key', `__proto__: 1\n${sound}`, 'yamlKeyForbidden', { key: '__proto__' }],
    [
      'a tag',
      sound.replace('title: 示范考核方案', 'title: !secret 示范考核方案'),
      'yamlTag',
      { tag: '!secret' },
    ],
  ]
  for (const [name, text, code, values = {}] of cases) {
    test(name, () => {
      const { scheme, faults } = read(text)
      expect(faults).toMatchObject([{ code, values }])
      expect(scheme?.cycle).toBe(2018)
    })
  }

  test('one key in two files', () => {
    const [scheme, rubric] = folder()
    const { faults } = readScheme([file(scheme), file(`${rubric}base: 90\n`, 'rubric.yaml')])
    expect(faults).toMatchObject([
      { code: 'keyInTwoFiles', file: 'rubric.yaml', values: { key: 'base', other: 'scheme.yaml' } },
    ])
  })

  test('an unreadable rubric file causes no faults about its contents', () => {
    const [scheme] = folder()
    const { scheme: none, faults } = readScheme([
      file(scheme.replace('weight: 20', 'weight: 18')),
      file('rubrics: [\n', 'rubric.yaml'),
    ])
    expect(none).toBeUndefined()
    expect(faults.map(fault => fault.code)).toEqual(['weightsOff', 'yamlSyntax'])
  })

  test('an unreadable scheme file causes no faults about its contents', () => {
    const [, rubric] = folder()
    const { faults } = readScheme([
      file('id: [\n'),
      file(rubric.replace('title: 会议', 'name: 会议'), 'rubric.yaml'),
    ])
    expect(faults.map(fault => fault.code).toSorted()).toEqual(['fieldMissing', 'fieldUnknown', 'yamlSyntax'])
  })
})

test('every code of a text fault is provoked here or by the command', () => {
  const here = readFileSync(import.meta.filename, 'utf8')
  const command = readFileSync(join(import.meta.dirname, '..', 'cli', 'check.test.ts'), 'utf8')
  expect(Object.keys(textFaultSentences).filter(code => !`${here}${command}`.includes(`'${code}'`))).toEqual(
    [],
  )
})
