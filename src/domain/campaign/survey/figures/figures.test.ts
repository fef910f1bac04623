import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { changeOfMean, meanFunnelBounds } from './compareMeans.ts'
import { compareWithFrame, crossTable, itemNonResponse } from './crossTable.ts'
import { shareInterval } from './interval.ts'
import { type DispositionCounts, eligibleShare, responseRates } from './responseRates.ts'
import { exactSampleSize, sampleSize, sizeWithin } from './sampleSize.ts'
import { effectiveSize, rakeWeights } from './weights.ts'
import { combineMeans, meanInterval, tallyMean, weightedMean } from './weightedMean.ts'

const read = <T>(name: string) =>
  parse(readFileSync(new URL(`./cases/${name}.yaml`, import.meta.url), 'utf8')) as T

interface Schools {
  readonly stratified: readonly {
    readonly stratum: string
    readonly population: number
    readonly api00: readonly number[]
    readonly enroll: readonly number[]
    readonly awards: string
  }[]
  readonly simple: {
    readonly population: number
    readonly api00: readonly number[]
    readonly enroll: readonly number[]
  }
  readonly clustered: {
    readonly weight: number
    readonly api00: readonly number[]
    readonly stype: string
    readonly schoolWide: string
  }
}

interface Published {
  readonly rates: readonly {
    readonly name: string
    readonly counts: DispositionCounts
    readonly eligible: number
    readonly rates: Readonly<Record<string, number | string>>
  }[]
  readonly wilson: readonly {
    readonly count: number
    readonly size: number
    readonly low: number
    readonly high: number
  }[]
  readonly sampleSize: readonly { readonly population: number; readonly size: number }[]
}

const schools = read<Schools>('schools')
const published = read<Published>('published')

describe('weighted means equal those of R survey', () => {
  const answers = (valueOf: (stratum: Schools['stratified'][number], at: number) => number) =>
    schools.stratified.flatMap(one =>
      one.api00.map((_, at) => ({
        value: valueOf(one, at),
        weight: one.population / one.api00.length,
        stratum: one.stratum,
      })),
    )
  const populations = new Map(schools.stratified.map(one => [one.stratum, one.population]))

  test.each([
    ['api00', true, 662.287363577655, 9.408940879434],
    ['api00', false, 662.287363159321, 9.53613229692516],
    ['enroll', true, 595.282131094607, 18.5085106862115],
    ['enroll', false, 595.282137135504, 18.9407631197531],
    ['awards', true, 0.638936067161769, 0.0344059182016133],
    ['awards', false, 0.638936064050579, 0.0348975177769063],
  ] as const)('stratified %s, finite population %s', (column, isFinite, mean, error) => {
    const valueOf = (one: Schools['stratified'][number], at: number) =>
      column === 'awards' ? Number(one.awards[at] === 'Y') : one[column][at]!
    const found = weightedMean(answers(valueOf), isFinite ? populations : undefined)!
    expect(found.mean / mean).toBeCloseTo(1, 7)
    expect(found.standardError / error).toBeCloseTo(1, isFinite ? 10 : 7)
  })

  test.each([
    ['api00', true, 656.584999999999, 9.2497220392828],
    ['api00', false, 656.584999999999, 9.40277217088064],
    ['enroll', true, 584.609999999999, 27.3683652476685],
    ['enroll', false, 584.609999999999, 27.8212147370893],
  ] as const)(
    'simple random %s, finite population %s; a tally says the same',
    (column, isFinite, mean, error) => {
      const { population } = schools.simple
      const found = weightedMean(
        schools.simple[column].map(value => ({ value, weight: 30.97 })),
        isFinite ? new Map([['', population]]) : undefined,
      )!
      expect(found.mean).toBeCloseTo(mean, 9)
      expect(found.standardError).toBeCloseTo(error, 9)
      const tally = schools.simple[column].map(points => ({ points, count: 1 }))
      expect(tallyMean(tally, isFinite ? population : undefined)!.standardError).toBeCloseTo(error, 9)
    },
  )

  test('strata combined by size give the stratified estimate', () => {
    const combined = combineMeans(
      schools.stratified.map(({ population, api00 }) => ({
        weight: population,
        estimate: tallyMean(
          api00.map(points => ({ points, count: 1 })),
          population,
        )!,
      })),
    )!
    expect(combined.mean).toBeCloseTo(662.287363577655, 9)
    expect(combined.standardError).toBeCloseTo(9.408940879434, 9)
    expect(combined.size).toBe(200)
  })

  test('raking gives the weights and the mean of `rake`', () => {
    const { weight, api00, stype, schoolWide } = schools.clustered
    const raked = rakeWeights(
      api00.map(() => weight),
      [
        {
          categories: [...stype],
          population: new Map([
            ['E', 4421],
            ['H', 755],
            ['M', 1018],
          ]),
        },
        {
          categories: [...schoolWide],
          population: new Map([
            ['N', 1072],
            ['Y', 5122],
          ]),
        },
      ],
    )
    expect(raked.converged).toBe(true)
    // `rake` of R stops when no margin moves by more than one person, so it agrees to four digits.
    expect(raked.weights[0]! / 50.3301527726748).toBeCloseTo(1, 3)
    expect(raked.weights[1]! / 29.8704638727345).toBeCloseTo(1, 3)
    expect(raked.weights[10]! / 36.7921816646831).toBeCloseTo(1, 3)
    const mean = weightedMean(api00.map((value, at) => ({ value, weight: raked.weights[at]! })))!.mean
    expect(mean).toBeCloseTo(641.23, 2)
  })
})

describe('published worked examples', () => {
  test.each(published.rates)('AAPOR rates: $name', ({ counts, eligible, rates }) => {
    expect(eligibleShare(counts)).toBeGreaterThanOrEqual(0.9)
    const found = responseRates(counts, eligible)
    expect(Object.keys(found)).toHaveLength(16)
    for (const [name, wanted] of Object.entries(rates)) {
      const [part, whole = '1'] = String(wanted).split('/')
      const digits = String(wanted).includes('/') ? 12 : 3
      expect(found[name as 'RR1'], name).toBeCloseTo(Number(part) / Number(whole), digits)
    }
  })

  test.each(published.wilson)('Wilson interval of $count in $size', ({ count, size, low, high }) => {
    const found = shareInterval(count, size)!
    expect([found.low.toFixed(4), found.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)])
  })

  test.each(published.sampleSize)('sample of a population of $population', ({ population, size }) => {
    expect(Math.round(exactSampleSize(population, 0.05))).toBe(size)
  })
})

describe('edges', () => {
  test('nothing to count gives nothing, and no rate has a zero denominator', () => {
    expect(shareInterval(0, 0)).toBeUndefined()
    expect(weightedMean([])).toBeUndefined()
    expect(tallyMean([{ points: null, count: 5 }])).toBeUndefined()
    expect(combineMeans([])).toBeUndefined()
    expect(itemNonResponse(0, 0)).toBeUndefined()
    expect(sampleSize(0, 0.05)).toBe(0)
    const none = {
      complete: 0,
      partial: 0,
      refused: 0,
      notReached: 0,
      other: 0,
      unknownNumber: 0,
      unknownPerson: 0,
      notEligible: 0,
    }
    expect(responseRates(none)).toEqual({})
    const { RR1, RR5 } = responseRates({ ...none, unknownPerson: 3 })
    expect([RR1, RR5]).toEqual([0, undefined])
  })

  test('whoever asks everybody knows the answer', () => {
    expect(shareInterval(7, 10, 10)).toEqual({ value: 0.7, low: 0.7, high: 0.7 })
    expect(
      tallyMean(
        [
          { points: 100, count: 4 },
          { points: 80, count: 6 },
        ],
        10,
      ),
    ).toEqual({ mean: 88, standardError: 0, size: 10 })
    expect(sampleSize(20, 0.001)).toBe(20)
  })

  test('a mean without spread has the interval of a share', () => {
    const scale = { lowest: 50, highest: 100 }
    const all = meanInterval(tallyMean([{ points: 100, count: 30 }])!, scale)
    expect([all.value, all.high]).toEqual([100, 100])
    expect(all.low).toBeCloseTo(50 + 50 * shareInterval(30, 30)!.low, 9)
    expect(meanInterval({ mean: 80, standardError: 1, size: 9 }, { lowest: 80, highest: 80 }).low).toBe(80)
  })

  test('a category without an answer leaves the raking unfinished', () => {
    const raked = rakeWeights(
      [1, 1],
      [
        {
          categories: ['a', 'a'],
          population: new Map([
            ['a', 4],
            ['b', 2],
          ]),
        },
      ],
    )
    expect(raked).toMatchObject({ weights: [2, 2], converged: false })
  })

  test('equal weights lose nothing, unequal ones do', () => {
    expect(effectiveSize([2, 2, 2])).toBe(3)
    expect(effectiveSize([1, 3])).toBe(1.6)
    expect(effectiveSize([])).toBe(0)
  })

  test('funnel bounds narrow with the sample, and close when all were asked', () => {
    const share = { target: 0.9, variance: 0.9 * 0.1, lowest: 0, highest: 1 }
    const { warn, alarm } = meanFunnelBounds(share, 100)
    expect(warn.low).toBeCloseTo(0.8412, 4)
    expect(alarm).toMatchObject({ low: expect.closeTo(0.8073, 4), high: expect.closeTo(0.9927, 4) })
    expect(meanFunnelBounds(share, 10).alarm.high).toBe(1)
    expect(meanFunnelBounds(share, 10, 10).warn).toEqual({ low: 0.9, high: 0.9 })
    const change = changeOfMean(
      { mean: 90, standardError: 3, size: 30 },
      { mean: 80, standardError: 4, size: 30 },
    )
    expect(change.low).toBeCloseTo(10 - 1.959964 * 5, 5)
  })

  test('cross tables withhold small rows', () => {
    const given = [
      ...Array.from({ length: 9 }, () => ({ category: '党员', answer: 'yes' })),
      { category: '党员', answer: 'no' },
      { category: '群众', answer: 'yes' },
    ]
    const { rows } = crossTable(given, ['yes', 'no'], 10)
    expect(rows.map(row => [row.category, row.size, row.cells?.map(cell => cell.share.value)])).toEqual([
      ['党员', 10, [0.9, 0.1]],
      ['群众', 1, undefined],
    ])
    const frame = compareWithFrame(
      new Map([
        ['女', 500],
        ['男', 500],
      ]),
      new Map([
        ['女', 80],
        ['男', 20],
      ]),
    )
    expect(frame.map(one => one.differs)).toEqual([true, true])
  })
})

test('a size proposed for any number is corrected for a small group, and never asks more than there are', () => {
  const unlimited = sampleSize(Number.POSITIVE_INFINITY, 0.05)
  for (const population of [10, 100, 1000, 75_000])
    expect(sizeWithin(unlimited, population, 1)).toBeCloseTo(sampleSize(population, 0.05), -0.5)
  expect([sizeWithin(38, 20, 10), sizeWithin(38, 5, 10), sizeWithin(38, 0, 10)]).toEqual([14, 5, 0])
})
