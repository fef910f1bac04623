import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashTrailLine, TRAIL_START, type TrailLine } from './trailHash.ts'
import { parseTrailText, trailText } from './trailText.ts'
import { type TrailPoint, verifyTrail } from './verifyTrail.ts'
import { sized } from '../../../tests/longRun.ts'

const values = fc.dictionary(
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter(key => key !== '__proto__'),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 3 }),
  ),
  { maxKeys: 4 },
)
const entry = fc.record({
  actorName: fc.string({ unit: 'grapheme', maxLength: 10 }),
  kind: fc.constantFrom('signedIn', 'resultsSealed', 'factRecorded'),
  year: fc.option(fc.integer({ min: 1990, max: 2100 })),
  unit: fc.option(fc.constantFrom('U1', 'U2')),
  values,
})
const trail = fc.array(entry, { minLength: 2, maxLength: 12 }).map(entries => chain(entries))

function chain(entries: readonly Pick<TrailLine, 'actorName' | 'kind' | 'values'>[]): TrailLine[] {
  let prev = TRAIL_START
  return entries.map((each, at) => {
    const line = {
      ...each,
      seq: at + 1,
      at: new Date(1_545_000_000_000 + at * 1000).toISOString(),
      actor: 'a',
      prev,
    }
    prev = hashTrailLine(line)
    return { ...line, hash: prev }
  })
}

const headOf = (lines: readonly TrailLine[]): TrailPoint => lines.at(-1)!

/** An export read as the command line reads it; `false` where a line is none of the trail. */
async function isWhole(text: string, head: TrailPoint): Promise<boolean> {
  const lines = text.split('\n').slice(0, -1).map(parseTrailText)
  if (lines.includes(undefined) || !text.endsWith('\n')) return false
  return (await verifyTrail(lines as TrailLine[], head)).whole
}

test('an unaltered trail is intact, also through its export', async () => {
  await fc.assert(
    fc.asyncProperty(trail, async lines => {
      expect(await verifyTrail(lines, headOf(lines))).toEqual({
        whole: true,
        lines: lines.length,
        root: headOf(lines).hash,
      })
      expect(await isWhole(lines.map(trailText).join(''), headOf(lines))).toBe(true)
    }),
    { seed: 2018, numRuns: sized(200, 40) },
  )
})

test('any single character of an export changed, removed or inserted is detected', async () => {
  await fc.assert(
    fc.asyncProperty(
      trail,
      fc.nat(),
      fc.constantFrom('0', '1', 'a', 'f', '"', ' ', '，', '{', '\n'),
      fc.constantFrom('change', 'take', 'put'),
      async (lines, where, sign, how) => {
        const text = lines.map(trailText).join('')
        const at = where % text.length
        const tampered =
          text.slice(0, at) + (how === 'take' ? '' : sign) + text.slice(how === 'put' ? at : at + 1)
        fc.pre(tampered !== text)
        expect(await isWhole(tampered, headOf(lines))).toBe(false)
      },
    ),
    { seed: 2018, numRuns: sized(1500, 150) },
  )
})

test('any line removed, duplicated, swapped or forged with its own hash is detected', async () => {
  await fc.assert(
    fc.asyncProperty(
      trail,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('cut', 'cutTail', 'double', 'swap', 'forge'),
      async (lines, one, other, how) => {
        const [a, b] = [one % lines.length, other % lines.length]
        const changed = [...lines]
        if (how === 'cut') changed.splice(a, 1)
        if (how === 'cutTail') changed.splice(a)
        if (how === 'double') changed.splice(b, 0, lines[a]!)
        if (how === 'swap') [changed[a], changed[b]] = [changed[b]!, changed[a]!]
        if (how === 'forge') {
          const forged = { ...lines[a]!, actorName: `${lines[a]!.actorName}某` }
          changed[a] = { ...forged, hash: hashTrailLine(forged) }
        }
        fc.pre(how !== 'swap' || a !== b)
        expect((await verifyTrail(changed, headOf(lines))).whole).toBe(false)
      },
    ),
    { seed: 2018, numRuns: sized(1500, 150) },
  )
})

test('each fault is named with its place', async () => {
  const lines = chain(['a', 'b', 'c', 'd'].map(actorName => ({ actorName, kind: 'signedIn', values: {} })))
  const [first, second, third, fourth] = lines as [TrailLine, TrailLine, TrailLine, TrailLine]
  const verdict = (given: readonly TrailLine[], head: TrailPoint = fourth, from?: TrailPoint) =>
    verifyTrail(given, head, from)
  expect(await verdict([first, { ...second, actorName: 'x' }, third, fourth])).toEqual({
    whole: false,
    seq: 2,
    fault: 'changed',
  })
  expect(await verdict([first, third, fourth])).toEqual({ whole: false, seq: 2, fault: 'missing' })
  expect(await verdict([first, first, second])).toEqual({ whole: false, seq: 2, fault: 'outOfOrder' })
  expect(await verdict([first, second, third])).toEqual({ whole: false, seq: 4, fault: 'cutShort' })
  expect(await verdict(lines, third)).toEqual({ whole: false, seq: 4, fault: 'extra' })
  expect(await verdict([third, fourth], fourth, second)).toMatchObject({ whole: true, lines: 4 })
  expect(await verdict([], { ...second, hash: first.hash }, second)).toEqual({
    whole: false,
    seq: 2,
    fault: 'changed',
  })
})
