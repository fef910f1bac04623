import { expect, test } from 'vitest'
import { compareStrictness, type VisitLoss } from './strictness.ts'
import { studentBound } from './studentBound.ts'

/** Noise from a fixed sequence, about zero. */
function noise(at: number): number {
  return (((at * 7919) % 101) - 50) / 50
}

function someVisits(extra: (inspector: string) => number): VisitLoss[] {
  return Array.from({ length: 120 }, (_, at) => {
    const inspectors = [`p${at % 6}`, `p${(at + 1 + (Math.floor(at / 6) % 5)) % 6}`]
    const usual = (at % 10) * 1.5
    const lost = usual + 2 + noise(at) + inspectors.reduce((sum, one) => sum + extra(one), 0)
    return { unit: `u${at}`, inspectors, lost, usual, content: String(at) }
  })
}

test('if all judge alike, nobody is called strict or mild, whatever the level of their units', () => {
  expect(compareStrictness(someVisits(() => 0)).map(one => one.word)).toEqual(Array(6).fill('alike'))
})

test('an inspector who deducts three points more is called stricter, and the interval contains the true difference', () => {
  const found = compareStrictness(someVisits(one => (one === 'p2' ? 3 : 0))).find(
    one => one.inspector === 'p2',
  )!
  expect(found.word).toBe('stricter')
  expect(found.from).toBeLessThan(3)
  expect(found.to).toBeGreaterThan(2.5)
  expect(
    compareStrictness(someVisits(one => (one === 'p4' ? -3 : 0))).find(one => one.inspector === 'p4')!.word,
  ).toBe('milder')
})

test('fewer than five visits give no judgement', () => {
  const few = someVisits(() => 0).slice(0, 6)
  for (const one of compareStrictness(few)) {
    expect(one.word).toBe('tooFew')
    expect(one).not.toHaveProperty('from')
  }
})

test('mean, spread and identical sheets are counted per person; a unit without other rounds is compared with the overall mean', () => {
  const visit = (unit: string, lost: number, content: string): VisitLoss => ({
    unit,
    inspectors: ['p'],
    lost,
    content,
  })
  const [one] = compareStrictness([visit('a', 1, 'x'), visit('b', 3, 'x'), visit('c', 5, 'y')])
  expect(one).toMatchObject({ units: 3, mean: 3, spread: 2, identical: 2 / 3, word: 'tooFew' })
  expect(compareStrictness([])).toEqual([])
})

test('identical losses give an interval of zero width', () => {
  const visits = Array.from({ length: 12 }, (_, at) => ({
    unit: `u${at}`,
    inspectors: [at < 6 ? 'a' : 'b'],
    lost: 2,
    content: '',
  }))
  expect(compareStrictness(visits)).toEqual([
    expect.objectContaining({ inspector: 'a', difference: 0, from: 0, to: 0, word: 'alike', identical: 1 }),
    expect.objectContaining({ inspector: 'b', difference: 0 }),
  ])
})

test('the bounds of t match the published tables', () => {
  for (const [freedom, risk, bound] of [
    [5, 0.05, 2.571],
    [10, 0.05, 2.228],
    [30, 0.01, 2.75],
    [1000, 0.05, 1.962],
  ] as const) {
    expect(Math.abs(studentBound(freedom, risk) / bound - 1)).toBeLessThan(0.01)
  }
})
