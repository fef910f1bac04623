import { describe, expect, test } from 'vitest'
import type { ClassVotes } from '../../year/facts/unitFacts.ts'
import { compareFractions, type Fraction, over, whole } from '../../kernel/fraction.ts'
import { points, type Points } from '../../kernel/points.ts'
import type { BallotsMethod } from '../../scheme/component.ts'
import type { BallotScale } from '../../scheme/ruling.ts'
import { isMissing } from '../missing.ts'
import {
  ballotsSentence,
  type BallotsExplained,
  scoreBallots,
  type VoterClassExplained,
  voterClassSentence,
} from './scoreBallots.ts'
import { addCounts } from './addCounts.ts'
import { tallySheets } from './tallySheets.ts'

const method: BallotsMethod = {
  kind: 'ballots',
  citation: '四（四）',
  marks: 'points',
  classes: [
    { id: 'A', name: '甲票' },
    { id: 'B', name: '乙票' },
  ],
  grades: [],
  full: points(100),
}
const plain: BallotScale = { pooling: 'plainMean', emptyClass: 'renormalise', voids: [] }
const weighted: BallotScale = { ...plain, pooling: 'classWeights', weights: { A: 60, B: 40 } }

function votes(voterClass: string, marks: readonly number[], voided = 0, abstained = 0): ClassVotes {
  return { voterClass, marks: marks.map(points), voided, abstained }
}

function score(list: readonly ClassVotes[], scale: BallotScale, base = 100, full = 100): BallotsExplained {
  const found = scoreBallots(list, { ...method, full: points(full) }, scale, points(base), [])
  if (isMissing(found)) throw new Error(found.missing)
  return found
}

const missing = (list: readonly ClassVotes[], scale: BallotScale) =>
  scoreBallots(list, method, scale, points(100), [])
const equals = (value: Fraction, num: number, den = 1) =>
  expect(compareFractions(value, over(whole(points(num)), whole(den)))).toBe(0)

describe('四（四）, R8 debrief scores', () => {
  test('the plain mean of all marks, whatever their class, stays exact', () => {
    const found = score([votes('A', [90, 80, 85]), votes('B', [70])], plain)
    equals(found.exact, 325, 4)
    expect([found.valid, found.voided, found.abstained, found.parts.length]).toEqual([4, 0, 0, 1])
  })

  test('class means are combined by weight', () => {
    equals(score([votes('A', [90, 80]), votes('B', [70])], weighted).exact, 85 * 0.6 + 70 * 0.4)
  })

  test('weights need not add up to a hundred', () => {
    equals(score([votes('A', [90]), votes('B', [60])], { ...weighted, weights: { A: 2, B: 1 } }).exact, 80)
    equals(
      score([votes('A', [90]), votes('B', [60])], { ...weighted, weights: { A: 0.25, B: 0.75 } }).exact,
      67.5,
    )
  })

  test('a class without weight is left out', () => {
    equals(score([votes('A', [90]), votes('B', [10])], { ...weighted, weights: { A: 60 } }).exact, 90)
  })

  test('the other classes share the weight of an empty class, or there is no score', () => {
    equals(score([votes('A', [90])], weighted).exact, 90)
    expect(missing([votes('A', [90])], { ...weighted, emptyClass: 'refuse' })).toEqual({
      missing: 'emptyVoterClass',
    })
    expect(missing([], { ...weighted, emptyClass: 'refuse' })).toEqual({ missing: 'noVotes' })
  })

  test('no valid mark means no score', () => {
    expect(missing([], plain)).toEqual({ missing: 'noVotes' })
    expect(missing([votes('A', [], 3)], plain)).toEqual({ missing: 'noVotes' })
    expect(missing([], weighted)).toEqual({ missing: 'noVotes' })
    expect(missing([votes('A', [90])], { ...weighted, weights: { B: 1 } })).toEqual({ missing: 'noVotes' })
  })

  test('marks are scaled from the highest mark to the component’s base', () => {
    equals(score([votes('A', [8, 9])], plain, 20, 10).exact, 17)
  })

  test('void sheets and abstentions are described', () => {
    const found = score([votes('A', [90], 2, 1), votes('B', [80], 1, 3)], plain)
    expect([found.valid, found.voided, found.abstained]).toEqual([2, 3, 4])
    expect(ballotsSentence(found)).toContain(
      '测评有效票2张（另有废票3张、弃权4张），全部有效票平均，得85.00分',
    )
    expect(ballotsSentence(score([votes('A', [90])], weighted))).toContain(
      '测评有效票1张，各票种平均后按权重合成',
    )
  })
})

describe('R8 classes counted together', () => {
  const merged = (marks: readonly number[]): ClassVotes => ({ ...votes('A', marks), also: ['B'] })

  test('merged classes are scored with the sum of their weights, and the explanation names both', () => {
    const found = score([merged([90, 80, 70])], weighted)
    equals(found.exact, 80)
    const [part] = found.parts as readonly VoterClassExplained[]
    expect(part).toMatchObject({ name: '甲票', also: ['乙票'], weight: 100 })
    expect(voterClassSentence(part!)).toBe('甲票、乙票合并（权重100）：有效票3张，平均80.00分')
    expect(score([merged([90])], { ...weighted, emptyClass: 'refuse' }).valid).toBe(1)
  })

  test('counts join the votes of sheets; grades are worth what the scale says, an abstention nothing', () => {
    const count = {
      component: 'c',
      session: 's',
      unit: 'u',
      voterClasses: ['A', 'B'],
      marks: ['good', 'none', points(70)],
      voided: 2,
      abstained: 1,
    }
    const scale = { ...plain, gradePoints: { good: points(100), none: null } }
    expect([...addCounts(new Map(), [count], scale)]).toEqual([
      ['u', [{ voterClass: 'A', also: ['B'], marks: [100_000, 70_000], voided: 2, abstained: 2 }]],
    ])
  })
})

describe('R8 trimming', () => {
  const trim = (above: number, drop: number): BallotScale => ({ ...plain, trim: { above, drop } })

  test('marks are trimmed only above the given number of sheets', () => {
    equals(score([votes('A', [10, 80, 80, 80, 95])], trim(5, 1)).exact, 69)
    equals(score([votes('A', [95, 10, 80, 80, 80, 80])], trim(5, 1)).exact, 80)
  })

  test('two marks are dropped at each end, in order of size', () => {
    equals(score([votes('A', [100, 1, 90, 2, 99, 80, 70])], trim(5, 2)).exact, 80)
  })

  test('trimming always leaves at least one mark', () => {
    equals(score([votes('A', [10, 20])], trim(1, 1)).exact, 15)
    equals(score([votes('A', [10, 30, 80])], trim(1, 1)).exact, 30)
    equals(score([votes('A', [10, 20, 30, 40])], trim(1, 2)).exact, 25)
    equals(score([votes('A', [10, 20, 33, 40, 50])], trim(1, 2)).exact, 33)
  })

  test('weighted classes are trimmed one by one, and the explanation says so', () => {
    const found = score([votes('A', [0, 90, 90, 100]), votes('B', [70])], {
      ...weighted,
      trim: { above: 3, drop: 1 },
    })
    equals(found.exact, 90 * 0.6 + 70 * 0.4)
    const parts = found.parts as readonly VoterClassExplained[]
    expect(parts.map(part => [part.name, part.valid, part.dropped, part.weight])).toEqual([
      ['甲票', 4, 1, 60],
      ['乙票', 1, 0, 40],
    ])
    expect(voterClassSentence(parts[0]!)).toBe('甲票（权重60）：有效票4张，去掉最高、最低各1张，平均90.00分')
    expect(voterClassSentence(parts[1]!)).toBe('乙票（权重40）：有效票1张，平均70.00分')
  })
})

describe('R8 void sheets', () => {
  const sheet = (marks: Readonly<Record<string, number | string>>, voterClass = 'A') => ({
    component: 'c',
    session: 's',
    voterClass,
    marks: Object.entries(marks).map(([unit, mark]) =>
      typeof mark === 'number' ? { unit, points: points(mark) } : { unit, grade: mark },
    ),
  })
  const grades: Readonly<Record<string, Points | null>> = { good: points(100), fair: points(80), none: null }
  const told = (sheets: readonly ReturnType<typeof sheet>[], scale: BallotScale) =>
    Object.fromEntries(
      [...tallySheets(sheets, scale)].map(([unit, list]) => [
        unit,
        list.map(one => [one.voterClass, one.marks.length, one.voided, one.abstained]),
      ]),
    )

  test('marks are tallied by unit and class', () => {
    const found = tallySheets([sheet({ u: 90, v: 80 }), sheet({ u: 70 }), sheet({ u: 60 }, 'B')], plain)
    expect(found.get('u')!.map(one => one.marks)).toEqual([[90_000, 70_000], [60_000]])
    expect(found.get('v')!.map(one => one.marks)).toEqual([[80_000]])
  })

  test('a sheet of equal marks is void only with two marks or more', () => {
    const scale = { ...plain, voids: [{ kind: 'allEqual' }] } as const
    expect(told([sheet({ u: 90, v: 90 }), sheet({ u: 90, v: 89 }), sheet({ u: 90 })], scale)).toEqual({
      u: [['A', 2, 1, 0]],
      v: [['A', 1, 1, 0]],
    })
  })

  test('a sheet with too many marks at or above the limit is void', () => {
    const scale = { ...plain, voids: [{ kind: 'tooManyHigh', moreThan: 1, atLeast: points(90) }] } as const
    expect(told([sheet({ u: 90, v: 95 }), sheet({ u: 89.999, v: 95 })], scale)).toEqual({
      u: [['A', 1, 1, 0]],
      v: [['A', 1, 1, 0]],
    })
  })

  test('grades count by their points; an abstention is not a mark and makes nothing equal', () => {
    const scale = { ...plain, gradePoints: grades, voids: [{ kind: 'allEqual' }] } as const
    expect(
      told(
        [sheet({ u: 'good', v: 'none' }), sheet({ u: 'good', v: 'good' }), sheet({ u: 'fair', v: 'good' })],
        scale,
      ),
    ).toEqual({
      u: [['A', 2, 1, 0]],
      v: [['A', 1, 1, 1]],
    })
  })

  test('a grade without points and an empty mark are abstentions', () => {
    expect(told([sheet({ u: 'unheard-of' })], plain)).toEqual({ u: [['A', 0, 0, 1]] })
    expect([...tallySheets([{ ...sheet({}), marks: [{ unit: 'u' }] }], plain)][0]![1][0]!.abstained).toBe(1)
  })
})
