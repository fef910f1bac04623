import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proveQuota } from './proveQuota.ts'
import { quotaCounts } from './quotaCounts.ts'
import { printShare, describeQuota } from './describeQuota.ts'
import { sized } from '../../../../tests/longRun.ts'

const NAMES = ['好', '较好', '一般']

/** Largest remainder written apart: places are handed out one at a time to whoever is owed most, in exact whole numbers. */
function oracle(n: number, shares: readonly number[]): readonly number[] {
  const total = shares.reduce((a, b) => a + b, 0)
  const places = shares.map(share => Number((BigInt(n) * BigInt(share)) / BigInt(total)))
  const owed = shares.map((share, at) => n * share - places[at]! * total)
  const centre = shares.length - 1
  while (places.reduce((a, b) => a + b, 0) < n) {
    let best = -1
    for (let at = 0; at < shares.length; at++) {
      if (owed[at]! < 0) continue
      const nearer =
        best >= 0 && owed[at] === owed[best] && Math.abs(2 * at - centre) < Math.abs(2 * best - centre)
      if (best < 0 || owed[at]! > owed[best]! || nearer) best = at
    }
    places[best]! += 1
    owed[best] = -1
  }
  return places
}

describe('三（二）1 R4 the proof of the places', () => {
  test('the places equal those of an independent largest remainder at 3:5:2 for n = 1..500', () => {
    for (let n = 1; n <= 500; n++)
      expect(proveQuota(n, [3, 5, 2], 'largestRemainder').rows.map(row => row.places)).toEqual(
        oracle(n, [3, 5, 2]),
      )
  })

  test('the places equal those of the independent method for any ratio with any ties', () => {
    // few distinct shares, so that remainders often meet
    const shares = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 7 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), shares, (n, ratio) => {
        const { rows, left, steps } = proveQuota(n, ratio, 'largestRemainder')
        expect(rows.map(row => row.places)).toEqual(oracle(n, ratio))
        expect(steps.reduce((sum, one) => sum + one.places, 0)).toBe(left)
      }),
      { numRuns: sized(2000, 200) },
    )
  })

  test('every answer of R4 gives all places, and the proof explains each one beyond the whole part', () => {
    const roundings = fc.constantFrom('largestRemainder', 'atMostTop', 'atLeastBottom', 'halfUp' as const)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), roundings, (n, rounding) => {
        const proof = proveQuota(n, [3, 5, 2], rounding)
        expect(proof.rows.map(row => row.places)).toEqual(quotaCounts(n, [3, 5, 2], rounding).counts)
        expect(proof.rows.reduce((sum, row) => sum + row.places, 0)).toBe(n)
        for (const [at, row] of proof.rows.entries()) {
          expect(row.whole * proof.denominator + row.remainder).toBe(n * row.share)
          if (row.places !== row.whole) expect(proof.steps.map(one => one.grade)).toContain(at)
        }
      }),
      { numRuns: sized(500, 100) },
    )
  })

  test.each([
    [7, [2, 4, 1], 1],
    [10, [3, 5, 2], 0],
    [13, [4, 6, 3], 2],
  ])('%i members at 3:5:2', (n, places, left) => {
    const proof = proveQuota(n, [3, 5, 2], 'largestRemainder')
    expect(proof.rows.map(row => row.places)).toEqual(places)
    expect(proof.left).toBe(left)
  })

  test('the proof names the tied grades and says why the middle gets the place', () => {
    const said = describeQuota(proveQuota(5, [3, 5, 2], 'largestRemainder'), NAMES)
    expect(said).toEqual([
      '应评5个单位，按3：5：2分成10份',
      '“好”5×3÷10＝1.5，先给1个；“较好”5×5÷10＝2.5，先给2个；“一般”5×2÷10＝1，先给1个；共给4个，还剩1个',
      '“较好”与“好”余数同为0.5，名额归更靠中间的“较好”',
      '名额：好1个，较好3个，一般1个',
    ])
    expect(describeQuota(proveQuota(1, [1, 1], 'largestRemainder'), ['甲', '乙'])[2]).toBe(
      '“甲”与“乙”余数同为0.5，离中间一样近，名额归较高的“甲”',
    )
    expect(describeQuota(proveQuota(6, [3, 5, 2], 'atLeastBottom'), NAMES)[2]).toContain('不得少于应得数')
    expect(describeQuota(proveQuota(5, [3, 5, 2], 'halfUp'), NAMES).slice(2, 4)).toEqual([
      '“好”的余数0.5满半个，进为1个',
      '“较好”取其余的2个',
    ])
    expect(describeQuota(proveQuota(10, [3, 5, 2], 'largestRemainder'), NAMES)[1]).toContain('正好给完')
  })

  test('a share is printed exactly', () => {
    expect([printShare(21, 10), printShare(15, 7), printShare(1, 3), printShare(0, 7)]).toEqual([
      '2.1',
      '2又1/7',
      '1/3',
      '0',
    ])
  })
})
