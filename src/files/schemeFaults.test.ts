import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseScheme } from '../contract/scheme/parseScheme.ts'
import { schemeFaultSentences } from '../contract/scheme/schemeFaultSentences.ts'
import { shapeFaultSentences } from '../contract/shape/shapeFaultSentences.ts'
import { locateFault } from './locatedFault.ts'
import { type Patch, patched } from '../../tests/scheme/patchedScheme.ts'

interface FaultCase extends Patch {
  readonly name: string
  readonly code: string
  /** what the same slip inevitably brings with it. */
  readonly with?: readonly string[]
  readonly at?: string
  readonly values?: Readonly<Record<string, unknown>>
}

const folder = join(import.meta.dirname, 'schemeFaults')
const files = readdirSync(folder).filter(name => name.endsWith('.yaml') && !name.endsWith('Scheme.yaml'))
const cases = new Map(
  files.map(name => [name, parse(readFileSync(join(folder, name), 'utf8')) as readonly FaultCase[]]),
)
const sound: unknown = parse(readFileSync(join(folder, 'soundScheme.yaml'), 'utf8'))
// Shapes that only facts, history, results or what a page sends can get wrong.
const ELSEWHERE = ['notDay', 'notPeriod', 'notOneMark', 'moreFailedThanSat', 'textTooLong', 'listTooLong']

test('the scheme that every case breaks has no faults', () => {
  expect(parseScheme(sound)).toMatchObject({ scheme: { id: 'sound' }, faults: [] })
})

describe('no false alarms', () => {
  const variants = parse(readFileSync(join(folder, 'variantsOfSoundScheme.yaml'), 'utf8')) as readonly Omit<
    FaultCase,
    'code'
  >[]
  test.each(variants.map(one => [one.name, one] as const))('%s', (_name, { with: said = [], ...patch }) => {
    const { scheme, faults } = parseScheme(patched(sound, patch))
    expect(faults.map(fault => fault.code)).toEqual(said)
    expect(scheme).toBeDefined()
  })
})

describe.each([...cases])('%s', (_file, list) => {
  test.each(list.map(one => [one.name, one] as const))(
    '%s',
    (_name, { code, at, values, with: others = [], ...patch }) => {
      const { faults } = parseScheme(patched(sound, patch))
      const fault = faults.find(one => one.code === code)
      expect(faults.map(one => one.code).toSorted()).toEqual([code, ...others].toSorted())
      if (at !== undefined) expect(fault?.path.join('.')).toBe(at)
      if (values !== undefined) expect(fault?.values).toMatchObject(values)
      const { wrong, remedy } = locateFault(fault!, { file: 'x' }).sentence
      expect(`${wrong} → ${remedy}`).not.toMatch(/undefined|NaN|\[object|^ | $|“”/)
    },
  )
})

test('every fault code has a case', () => {
  const provoked = new Set([...cases.values()].flat().map(one => one.code))
  const codes = [...Object.keys(schemeFaultSentences), ...Object.keys(shapeFaultSentences)].filter(
    code => !ELSEWHERE.includes(code),
  )
  expect(codes.filter(code => !provoked.has(code))).toEqual([])
})
