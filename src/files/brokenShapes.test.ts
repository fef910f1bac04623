import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseScheme } from '../contract/scheme/parseScheme.ts'
import { schemeFaultSentences } from '../contract/scheme/schemeFaultSentences.ts'
import { type Patch, patched } from '../../tests/scheme/patchedScheme.ts'
import { LONG, SEED, sized } from '../../tests/longRun.ts'

const folder = join(import.meta.dirname, 'schemeFaults')
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
const sound = read('soundScheme.yaml')
const cases = readdirSync(folder)
  .filter(name => name.endsWith('.yaml') && !name.endsWith('Scheme.yaml'))
  .flatMap(name => read(name) as readonly (Patch & { readonly name: string })[])

function* everyPath(value: unknown, path: string): Generator<readonly [string, unknown]> {
  if (path !== '') yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    yield* everyPath(inner, path === '' ? key : `${path}.${key}`)
}

const paths = [...everyPath(sound, '')]
/** All of them in the long run, else one in twelve. */
const tried = paths.filter((_, at) => LONG || at % 12 === SEED % 12)

/** What is said of a scheme broken at one path, beyond that the value there is wrong. */
function followOns(path: string, raw: unknown, { scheme, faults } = parseScheme(raw)): readonly string[] {
  const isShape = (code: string) => !(code in schemeFaultSentences)
  const there = faults.filter(
    fault => isShape(fault.code) && `${fault.path.join('.')}.`.startsWith(`${path}.`),
  )
  if (scheme !== undefined || there.length === 0) return [`${path}: nothing said`]
  return faults
    .filter(fault => !there.includes(fault))
    .map(fault => `${path}: ${fault.code} at ${fault.path.join('.')}`)
}

test('a value of the wrong shape, in any place, is exactly one fault', () => {
  const junk = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? 'junk' : { junk: true }
  expect(paths.length).toBeGreaterThan(800)
  expect(
    tried.flatMap(([path, value]) => followOns(path, patched(sound, { set: { [path]: junk(value) } }))),
  ).toEqual([])
})

test('an empty value, in every third place where a value is required, is exactly one fault', () => {
  const mayBeNull = /answer\.(points|gradePoints)\.\w+$/
  const given = tried.filter(
    ([path], at) => at % 3 === 0 && !(mayBeNull.test(path) && !path.startsWith('rulings.4.')),
  )
  expect(given.flatMap(([path]) => followOns(path, patched(sound, { set: { [path]: null } })))).toEqual([])
})

test('a missing field is exactly one fault', () => {
  const faults = tried.flatMap(([path]) => {
    const raw = patched(sound, { remove: [path] })
    const parsed = parseScheme(raw)
    const isMissing = parsed.faults.some(
      fault =>
        (fault.code === 'fieldMissing' || fault.code === 'citationMissing') && fault.path.join('.') === path,
    )
    return isMissing ? followOns(path, raw, parsed) : []
  })
  expect(faults).toEqual([])
})

test('two errors in two places are both reported, one of shape and one of meaning', () => {
  const raw = patched(sound, {
    set: {
      'components.0.weight': 18,
      'components.1.name': 7,
      'rulings.11.answer.grades.1.to': 88,
      'tiers.0.name': null,
    },
  })
  const codes = parseScheme(raw).faults.map(fault => fault.code)
  expect(codes.toSorted()).toEqual(['gradesGap', 'weightsOff', 'wrongType', 'wrongType'])
})

test('a mistyped name of an optional field is one fault, and its absence causes no other', () => {
  const band = { form: 90, points: 0 }
  const raw = patched(sound, {
    set: { 'rubrics.0.rows.1.rules.1.bands.0': band, rubric: [] },
    remove: ['rubrics.0.rows.0.floor', 'measures'],
  })
  expect(parseScheme(raw).faults).toMatchObject([
    { code: 'fieldUnknown', values: { field: 'form', nearest: 'from' } },
    { code: 'fieldUnknown', values: { field: 'rubric', nearest: 'rubrics' } },
  ])
})

test('an unknown field does not hide any other content', () => {
  const raw = patched(sound, { set: { 'components.0.wieght': 20, 'components.0.weight': 18 } })
  expect(
    parseScheme(raw)
      .faults.map(fault => fault.code)
      .toSorted(),
  ).toEqual(['fieldUnknown', 'weightsOff'])
})

test('beside a fault of meaning, a value of the wrong shape elsewhere never causes a second one', () => {
  const meanings = (raw: unknown): readonly string[] =>
    parseScheme(raw)
      .faults.filter(fault => fault.code in schemeFaultSentences)
      .map(fault => `${fault.code} at ${fault.path.join('.')}`)
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.constantFrom(...paths), ({ name: _name, ...patch }, [path]) => {
      const faulty = patched(sound, patch)
      const said = meanings(faulty)
      const hit = [...everyPath(faulty, '')].some(([there]) => there === path)
      if (!hit) return
      const broken = patched(faulty, { set: { [path]: { junk: true } } })
      expect(meanings(broken).filter(fault => !said.includes(fault))).toEqual([])
    }),
    { numRuns: sized(6_000, 40) },
  )
})

test('a fault without a clause gets the nearest enclosing one', () => {
  const raw = patched(sound, {
    set: { 'rubrics.0.rows.0.rules.1.points': 'x', 'counters.1.kind': 'faulty', title: 7 },
  })
  expect(parseScheme(raw).faults.map(fault => [fault.path.join('.'), fault.citation])).toEqual([
    ['title', undefined],
    ['counters.1.kind', '附件 一.1'],
    ['rubrics.0.rows.0.rules.1.points', '附件 一.1'],
  ])
})
