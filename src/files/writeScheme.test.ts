import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../domain/kernel/refusal.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { readScheme } from './readScheme.ts'
import { schemeArchive } from './schemeArchive.ts'
import { schemeFiles } from './schemeFiles.ts'
import { writeScheme, writeSchemeArchive } from './writeScheme.ts'
import { sized } from '../../tests/longRun.ts'

const SCHEMES = ['xiangxi-2018', 'jiangnan-2024'] as const

function aScheme(name: string): Scheme {
  const opened = schemeFiles(join(import.meta.dirname, '..', '..', 'schemes', name))
  return 'unreadable' in opened ? expect.unreachable() : readScheme(opened.files).scheme!
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

test.each(SCHEMES)('%s reads back unchanged from its single file, without a fault', name => {
  const scheme = aScheme(name)
  const { scheme: back, faults } = readScheme([{ file: 'a.yaml', bytes: bytesOf(writeScheme(scheme)) }])
  expect(back).toEqual(scheme)
  expect(faults.filter(fault => fault.severity === 'fault')).toEqual([])
})

test.each(SCHEMES)('%s reads back unchanged from its archive', name => {
  const scheme = aScheme(name)
  const files = schemeArchive('a.zip', writeSchemeArchive(scheme))
  if (isRefusal(files)) return expect.unreachable()
  expect(files.map(({ file }) => file)).toEqual(['scheme.yaml', 'rubric.yaml'])
  expect(readScheme(files).scheme).toEqual(scheme)
})

test('the output reads like a file written by an office: Chinese unescaped, small values on one line', () => {
  const text = writeScheme(aScheme('xiangxi-2018'))
  expect(text).toContain('  - { id: lead, name: 牵头单位 }\n')
  expect(text).toContain('number: 州组发〔2018〕5号')
  expect(text.split('\n').length).toBeLessThan(900)
  expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThan(220)
})

test('any text reads back: YAML syntax, line breaks, and numbers and dates as text', () => {
  const scheme = aScheme('jiangnan-2024')
  const words = fc.oneof(
    fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
      .map(text => `甲${text.replaceAll('\r', '')}`),
    fc.constantFrom(
      '12-10',
      '2018-10-08',
      'yes',
      'null',
      '~',
      '1.50',
      '0x1F',
      '# 注',
      '- 甲',
      '甲: 乙',
      '{甲}',
      '"',
      "'",
      '|',
      '>',
      '*名',
      '&名',
      '!甲',
      ' 甲 ',
      '甲\n乙',
      '：',
    ),
  )
  fc.assert(
    fc.property(words, words, (title, restated) => {
      const changed: Scheme = {
        ...scheme,
        title,
        clauses: scheme.clauses.map(clause => ({ ...clause, restated })),
      }
      const { scheme: back } = readScheme([{ file: 'a.yaml', bytes: bytesOf(writeScheme(changed)) }])
      expect(back).toEqual(changed)
    }),
    { numRuns: sized(40, 3) },
  )
})

test('an upload without a scheme is refused with what was found: schemeFileMissing', () => {
  const workbook = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)])
  expect(schemeArchive('空.zip', workbook)).toMatchObject({
    code: 'schemeFileMissing',
    values: { found: '空压缩包' },
  })
})

test('a broken archive is refused: schemeArchiveBroken', () => {
  const whole = writeSchemeArchive(aScheme('jiangnan-2024'))
  expect(schemeArchive('a.zip', whole.subarray(0, whole.length - 30))).toMatchObject({
    code: 'schemeArchiveBroken',
  })
  const flipped = whole.slice()
  flipped[200]! ^= 0xff
  expect(schemeArchive('a.zip', flipped)).toMatchObject({ code: 'schemeArchiveBroken' })
})

test('a text is accepted as it is, and its faults have line numbers', () => {
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'schemes', 'xiangxi-2018', 'scheme.yaml'))
  const text = bytes.toString('utf8').replace('weight: 20', 'weight: 二十')
  const files = schemeArchive('方案.yaml', bytesOf(text))
  if (isRefusal(files)) return expect.unreachable()
  const line = text.split('\n').findIndex(one => one.includes('weight: 二十')) + 1
  expect(readScheme(files).faults).toContainEqual(
    expect.objectContaining({ code: 'wrongType', file: '方案.yaml', line }),
  )
})
