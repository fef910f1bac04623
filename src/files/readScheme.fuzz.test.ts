import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readScheme } from './readScheme.ts'
import { sized } from '../../tests/longRun.ts'

const tiny = readFileSync(join(import.meta.dirname, 'schemeFaults', 'tinyScheme.yaml'), 'utf8')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Whatever comes in: a scheme or a fault, never both missing; each fault at a real place and told in whole sentences. */
function readsOrTells(bytes: Uint8Array): void {
  const { scheme, faults } = readScheme([{ file: 'scheme.yaml', bytes }])
  const lines = bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1)
  if (scheme === undefined) expect(faults.some(fault => fault.severity === 'fault')).toBe(true)
  for (const { line = 1, column = 1, sentence, file } of faults) {
    if (line < 1 || line > lines || column < 1 || file !== 'scheme.yaml')
      expect.fail(`no such place: ${line}:${column}`)
    if (/undefined|NaN|\[object/.test(sentence.wrong + sentence.remedy)) expect.fail(sentence.wrong)
  }
}

const NASTY = [
  '\t',
  '：',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '- ',
  '  ',
  '\n',
  '\r\n',
  '#',
  '|',
  '>',
  '?',
  '%',
  '@',
  '`',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '!x ',
  '---\n',
  '...\n',
  '~',
  'null',
  'true',
  '.nan',
  '.inf',
  '-.inf',
  '1e400',
  '-0',
  '0x1F',
  '0.0001',
  '９',
  '12345678901234567890',
  '__proto__',
  'constructor',
  '\u0000',
  '\ufeff',
  '\u2028',
  '😀',
  '\ud800',
  '20.5',
  '-1',
  '一',
  '附件 九.9',
]

type Edit = readonly ['cut' | 'put' | 'line' | 'twice' | 'swap' | 'number', number, number, string]

function edited(text: string, [kind, at, other, put]: Edit): string {
  const place = at % (text.length + 1)
  const lines = text.split('\n')
  const [one, two] = [at % lines.length, other % lines.length]
  switch (kind) {
    case 'cut':
      return text.slice(0, place) + text.slice(place + 1 + (other % 30))
    case 'put':
      return text.slice(0, place) + put + text.slice(place)
    case 'line':
      return lines.toSpliced(one, 1).join('\n')
    case 'twice':
      return lines.toSpliced(two, 0, lines[one]!).join('\n')
    case 'swap':
      return lines.with(one, lines[two]!).with(two, lines[one]!).join('\n')
    case 'number':
      return text.replace(/\d+/g, found => (at % 7 === 0 ? put : found))
  }
}

const edits = fc.array(
  fc.tuple(
    fc.constantFrom('cut', 'put', 'line', 'twice', 'swap', 'number'),
    fc.nat(100_000),
    fc.nat(100_000),
    fc.constantFrom(...NASTY),
  ) as fc.Arbitrary<Edit>,
  { minLength: 1, maxLength: 4 },
)

test('the scheme that is mutated has no faults', () => {
  expect(readScheme([{ file: 'scheme.yaml', bytes: bytesOf(tiny) }])).toMatchObject({
    scheme: { id: 'tiny' },
    faults: [],
  })
})

test('a mutated scheme is read or its faults are reported', () => {
  fc.assert(
    fc.property(edits, list => readsOrTells(bytesOf(list.reduce(edited, tiny)))),
    { numRuns: sized(8_000, 100) },
  )
})

test('a scheme with changed bytes is read or its faults are reported', () => {
  const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(changes, list => {
      const bytes = bytesOf(tiny)
      for (const [at, byte] of list) bytes[at % bytes.length] = byte
      readsOrTells(bytes)
    }),
    { numRuns: sized(12_000, 150) },
  )
})

test('random bytes are read or their faults are reported', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readsOrTells), { numRuns: sized(30_000, 500) })
})

test('random pieces of YAML are read or their faults are reported', () => {
  const pieces = fc.array(fc.constantFrom(...NASTY, 'id: ', 'rulings:', 'components:', 'a', 'b: '), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(pieces, list => readsOrTells(bytesOf(list.join('')))),
    { numRuns: sized(40_000, 500) },
  )
})

test('random values under the keys of a scheme are read or their faults are reported', () => {
  const names = [
    'id',
    'components',
    'rubrics',
    'rulings',
    'tiers',
    'lists',
    'clauses',
    'scope',
    'notice',
    'answer',
    'topic',
    'methods',
    'kind',
    'rules',
    'form',
    'points',
    'floor',
  ]
  const values = fc.letrec<{ readonly node: unknown }>(tie => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, 0, 1.5, -1, 'flat', 'rubric', 'rounding', 'overallGrades', '', '一', true),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 5 }),
    ),
  })).node
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), values), value =>
      readsOrTells(bytesOf(JSON.stringify(value))),
    ),
    { numRuns: sized(7_000, 100) },
  )
})
