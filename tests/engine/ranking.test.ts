import { describe, expect, test } from 'vitest'
import { bandInRanking } from '../../src/domain/score/ranking/rankAppraisees.ts'
import type { ConsequenceRule } from '../../src/domain/scheme/consequenceRule.ts'
import type { RulingAnswers } from '../../src/domain/scheme/ruling.ts'
import { annexScheme, type AYear, aYear, decidedScores, run, withFacts } from './aYear.ts'

const scheme = {
  ...annexScheme,
  lists: [],
  consequences: [fromBottom('last', 1, 2), fromBottom('next', 3, 4)],
}
const apply = { smallCohort: { kind: 'count', minimum: 1, below: 'apply' } } as const

function fromBottom(id: string, from: number, to: number): ConsequenceRule {
  return {
    id,
    name: id,
    citation: '五（三）',
    when: { by: 'fromBottom', from, to },
    on: 'unit',
    effect: { kind: 'measure', measure: id, nextYear: false },
  }
}

/** A year whose composites are these, best first; all four components alike, so that no component breaks a tie. */
function ranked(
  composites: readonly number[],
  ties: Partial<RulingAnswers['ties']> = {},
  rules: readonly ConsequenceRule[] = scheme.consequences,
): AYear {
  const units = composites.map((_, at) => `u${String(at).padStart(2, '0')}`)
  const answer = { breakBy: [], acrossEdge: 'lighter', places: 'competition', ...ties } as const
  const year = aYear({ ...scheme, consequences: rules }, units, { ...apply, ties: answer })
  return decidedScores(
    year,
    Object.fromEntries(units.map((unit, at) => [unit, [0, 1, 2, 3].map(() => composites[at]!)])),
  )
}

const standings = (year: AYear) => run(year).ranking.standings.map(one => one!)
const met = (year: AYear) =>
  run(year).consequences.consequences.map(list => list.map(one => one.rule).join('+'))

describe('五（三）, R9 places', () => {
  test('competition ranking: tied units share the better place, and the next place is skipped', () => {
    const found = standings(ranked([90, 80, 80, 70]))
    expect(found.map(one => one.place)).toEqual([1, 2, 2, 4])
    expect(found.map(one => one.fromBottom)).toEqual([4, 3, 3, 1])
    expect(found.map(one => one.tiedWith)).toEqual([[], ['u02'], ['u01'], []])
    expect(found.map(one => one.of)).toEqual([4, 4, 4, 4])
  })

  test('dense ranking: the next place is not skipped', () => {
    expect(standings(ranked([90, 80, 80, 70], { places: 'dense' })).map(one => one.place)).toEqual([
      1, 2, 2, 3,
    ])
  })

  test.each([
    ['lighter', ['', '', '', 'next', 'next', 'next', 'last'], [90, 80, 70, 60, 50, 50, 40]],
    ['heavier', ['', '', '', 'next', 'last', 'last', 'last'], [90, 80, 70, 60, 50, 50, 40]],
    ['committee', ['', '', '', 'next', '', '', 'last'], [90, 80, 70, 60, 50, 50, 40]],
  ] as const)(
    'a tie across the edge between second and third from last: %s',
    (acrossEdge, wanted, composites) => {
      const year = ranked(composites, { acrossEdge })
      expect(met(year)).toEqual(wanted)
      expect(standings(year).map(one => one.acrossEdge)).toEqual([
        false,
        false,
        false,
        false,
        true,
        true,
        false,
      ])
    },
  )

  test('a tie within one band crosses no edge', () => {
    expect(standings(ranked([90, 80, 70, 60, 50, 40, 40])).map(one => one.acrossEdge)).toEqual(
      Array(7).fill(false),
    )
    expect(standings(ranked([90, 80, 70, 50, 50, 40, 30])).map(one => one.acrossEdge)).toEqual(
      Array(7).fill(false),
    )
  })

  test('a tie across the outer edge of the last band', () => {
    expect(standings(ranked([90, 80, 60, 60, 50, 40, 30])).map(one => one.acrossEdge)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('a decision of the committee sets the place, counted from the bottom', () => {
    const year = withFacts(ranked([90, 80, 70, 60, 50, 50, 40], { acrossEdge: 'committee' }), {
      decisions: [{ kind: 'fromBottom', unit: 'u05', place: 2, by: '工委', reason: '查实' }],
    })
    expect(met(year)).toEqual(['', '', '', 'next', '', 'last', 'last'])
    expect(standings(year).map(one => one.decided)).toEqual([false, false, false, false, false, true, false])
    expect(
      run(year)
        .issues.filter(issue => issue.kind === 'tieAcrossEdge')
        .map(issue => issue.unit),
    ).toEqual(['u04'])
  })

  test('a tie is broken by the components named, and the explanation says by which', () => {
    const year = aYear(scheme, ['a', 'b', 'c'], {
      ...apply,
      ties: { breakBy: ['inspection', 'debrief'], acrossEdge: 'lighter', places: 'competition' },
    })
    const found = standings(
      decidedScores(year, { a: [70, 80, 80, 80], b: [80, 80, 80, 70], c: [90, 76, 80, 70] }),
    )
    expect(found.map(one => one.place)).toEqual([1, 2, 3])
    expect(found.map(one => one.brokenBy)).toEqual(['debrief', 'debrief', 'inspection'])
  })

  test('bands from the top, and a tie across their edges', () => {
    const rules: ConsequenceRule[] = [
      { ...fromBottom('best', 1, 2), when: { by: 'fromTop', from: 1, to: 2 } },
    ]
    expect(met(ranked([90, 80, 80, 70], {}, rules))).toEqual(['best', 'best', 'best', ''])
    expect(standings(ranked([90, 80, 80, 70], {}, rules)).map(one => one.acrossEdge)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(standings(ranked([90, 90, 80, 70], {}, rules)).map(one => one.acrossEdge)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(standings(ranked([90, 80, 70, 70], {}, rules)).map(one => one.acrossEdge)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(
      standings(ranked([90, 80, 80, 70], { places: 'dense' }, rules)).map(one => one.acrossEdge),
    ).toEqual([false, false, false, false])
  })
})

describe('R11 small cohorts', () => {
  test.each([
    [4, { kind: 'count', minimum: 5, below: 'committee' }, 'undecided', ['', '', '', '']],
    [4, { kind: 'count', minimum: 4, below: 'committee' }, 'yes', ['next', 'next', 'last', 'last']],
    [4, { kind: 'count', minimum: 5, below: 'apply' }, 'yes', ['next', 'next', 'last', 'last']],
    [4, { kind: 'share', ofEvery: 4 }, 'yes', ['next', 'next', 'last', 'last']],
    [4, { kind: 'share', ofEvery: 8 }, 'yes', ['', '', 'next', 'last']],
  ] as const)('%s appraisees under %j: %s', (size, smallCohort, bandsApply, wanted) => {
    const composites = Array.from({ length: size }, (_, at) => 90 - at)
    const year = ranked(composites)
    const settled = {
      ...year,
      scheme: {
        ...year.scheme,
        rulings: year.scheme.rulings.map(one =>
          one.topic === 'smallCohort' ? { ...one, answer: smallCohort } : one,
        ),
      },
    }
    expect(standings(settled).map(one => one.bandsApply)).toEqual(Array(size).fill(bandsApply))
    expect(met(settled)).toEqual(wanted)
    expect(run(settled).issues.some(issue => issue.kind === 'smallCohort')).toBe(bandsApply === 'undecided')
  })

  const few = { kind: 'count', minimum: 9, below: 'committee' } as const
  const enough = { kind: 'count', minimum: 4, below: 'committee' } as const
  const share = { kind: 'share', ofEvery: 4 } as const
  test.each([
    [true, few, ['next', 'next', 'last', 'last']],
    [false, few, ['', '', '', '']],
    [false, enough, ['', '', '', '']],
    [false, share, ['', '', '', '']],
    [true, { ...share, ofEvery: 8 }, ['', '', 'next', 'last']],
  ] as const)(
    'the committee decides that bands apply: %s, whatever R11 says: %j',
    (doApply, answer, wanted) => {
      const year = ranked([90, 89, 88, 87])
      const small = {
        ...year,
        scheme: {
          ...year.scheme,
          rulings: year.scheme.rulings.map(one => (one.topic === 'smallCohort' ? { ...one, answer } : one)),
        },
      }
      const decided = withFacts(small, {
        decisions: [{ kind: 'bandsApply', ranking: 'all', apply: doApply, by: '工委', reason: '人少' }],
      })
      expect(met(decided)).toEqual(wanted)
    },
  )

  test('a decision on one ranking does not decide the others', () => {
    const minimum = {
      smallCohort: { kind: 'count', minimum: 9, below: 'committee' },
      rankingScope: 'byTier',
    } as const
    const units = ['a', 'b'].map((id, at) => ({ id, tier: scheme.tiers[at]!.id }))
    const year = decidedScores(aYear(scheme, units, minimum), { a: [90, 90, 90, 90], b: [80, 80, 80, 80] })
    const decided = withFacts(year, {
      decisions: [
        { kind: 'bandsApply', ranking: scheme.tiers[1]!.id, apply: true, by: '工委', reason: '例' },
      ],
    })
    expect(standings(decided).map(one => [one.ranking, one.of, one.place, one.bandsApply])).toEqual([
      [scheme.tiers[0]!.id, 1, 1, 'undecided'],
      [scheme.tiers[1]!.id, 1, 1, 'yes'],
    ])
    expect(
      run(decided)
        .issues.filter(issue => issue.kind === 'smallCohort')
        .map(issue => issue.text),
    ).toEqual(['排名“牵头单位”只有1个考核对象，名次段是否适用请考核组织者决定'])
  })

  test('bands as a share of all appraisees', () => {
    const answer = { kind: 'share', ofEvery: 18 } as const
    expect(bandInRanking(1, 3, 36, answer)).toEqual({ from: 1, to: 6 })
    expect(bandInRanking(4, 6, 36, answer)).toEqual({ from: 7, to: 12 })
    expect(bandInRanking(4, 6, 10, answer)).toEqual({ from: 2, to: 3 })
    expect(bandInRanking(4, 6, 10, { kind: 'count', minimum: 1, below: 'apply' })).toEqual({ from: 4, to: 6 })
  })
})

describe('五（四）, R13 consecutive years', () => {
  const streak: ConsequenceRule = { ...fromBottom('talk', 1, 2), years: { from: 2, to: 2 }, on: 'appraisee' }
  const third: ConsequenceRule = { ...fromBottom('proposal', 1, 2), years: { from: 3 }, on: 'appraisee' }
  const unitLong: ConsequenceRule = { ...fromBottom('unitTalk', 1, 2), years: { from: 2 }, on: 'unit' }
  const entry = (unit: string, person: string, place: number) => ({
    unit,
    person,
    composite: 0 as never,
    place: 9,
    fromBottom: place,
    grade: 'poor',
  })

  function after(
    years: readonly (readonly ReturnType<typeof entry>[])[],
    follows: RulingAnswers['streakFollows'] = 'person',
  ): readonly string[] {
    const year = ranked([90, 80, 70, 60, 50], {}, [streak, third, unitLong])
    const settled = {
      ...year,
      scheme: {
        ...year.scheme,
        rulings: year.scheme.rulings.map(one =>
          one.topic === 'streakFollows' ? { ...one, answer: follows } : one,
        ),
      },
    }
    const history = { years: years.map((entries, at) => ({ cycle: scheme.cycle - 1 - at, entries })) }
    return met({ ...settled, history })
  }

  test('the second year in the bottom band → talk; the third → proposal and no further talk', () => {
    expect(after([[entry('u04', 'p-u04', 1)]])[4]).toBe('talk+unitTalk')
    expect(after([[entry('u04', 'p-u04', 2)], [entry('u04', 'p-u04', 1)]])[4]).toBe('proposal+unitTalk')
    expect(
      after([[entry('u04', 'p-u04', 2)], [entry('u04', 'p-u04', 1)], [entry('u04', 'p-u04', 1)]])[4],
    ).toBe('proposal+unitTalk')
  })

  test('a better year in between breaks the streak, and so does a place just outside the band', () => {
    expect(after([[entry('u04', 'p-u04', 3)], [entry('u04', 'p-u04', 1)]])[4]).toBe('')
    expect(after([[entry('u04', 'p-u04', 2)], [entry('u04', 'p-u04', 3)]])[4]).toBe('talk+unitTalk')
  })

  test('a new secretary starts again, the unit does not', () => {
    expect(after([[entry('u04', 'someone', 1)]])[4]).toBe('unitTalk')
    expect(after([[entry('u04', 'someone', 1)]], 'unit')[4]).toBe('talk+unitTalk')
  })

  test('a person who came from another unit: only if either counts', () => {
    expect(after([[entry('u00', 'p-u04', 1)]])[4]).toBe('')
    expect(after([[entry('u00', 'p-u04', 1)]], 'unit')[4]).toBe('')
    expect(after([[entry('u00', 'p-u04', 1)]], 'either')[4]).toBe('talk')
  })

  test('R13 either: the unit or the person is continuous, never one year of each', () => {
    const unitThenPerson = [[entry('u04', 'someone', 1)], [entry('u00', 'p-u04', 1)]]
    expect(after(unitThenPerson, 'either')[4]).toBe('talk+unitTalk')
    expect(after(unitThenPerson.toReversed(), 'either')[4]).toBe('talk')
    expect(after([[entry('u04', 'p-u04', 1)], [entry('u00', 'p-u04', 1)]], 'either')[4]).toBe(
      'proposal+unitTalk',
    )
    expect(after([[entry('u04', 'p-u04', 1)], [entry('u04', 'someone', 1)]], 'either')[4]).toBe(
      'proposal+unitTalk',
    )
  })

  test('a unit keeps the years of the units merged into it', () => {
    const year = ranked([90, 80, 70, 60, 50], {}, [unitLong])
    const units = year.roster.units.map(unit => (unit.id === 'u04' ? { ...unit, succeeds: ['gone'] } : unit))
    const history = { years: [{ cycle: scheme.cycle - 1, entries: [entry('gone', 'x', 1)] }] }
    expect(met({ ...year, roster: { ...year.roster, units }, history })[4]).toBe('unitTalk')
  })

  test('a year missing from the history is reported where it could matter', () => {
    const year = ranked([90, 80, 70, 60, 50], {}, [streak])
    const missing = (history: AYear['history']) =>
      run({ ...year, history }).issues.filter(issue => issue.kind === 'historyMissing')
    expect(missing({ years: [] }).map(issue => issue.unit)).toEqual(['u03', 'u04'])
    expect(missing({ years: [{ cycle: scheme.cycle - 1, entries: [] }] })).toEqual([])
  })

  test('and only where one more year could begin or end the consequence', () => {
    const before = { years: [{ cycle: scheme.cycle - 1, entries: [entry('u04', 'p-u04', 1)] }] }
    const told = (rule: ConsequenceRule, history: AYear['history']) =>
      run({ ...ranked([90, 80, 70, 60, 50], {}, [rule]), history })
        .issues.filter(issue => issue.kind === 'historyMissing')
        .map(issue => issue.unit)
    expect(told(streak, before)).toEqual(['u04'])
    expect(told(third, before)).toEqual(['u04'])
    expect(told(third, { years: [] })).toEqual(['u03', 'u04'])
    expect(told({ ...streak, years: { from: 2 } }, before)).toEqual([])
    expect(told(fromBottom('always', 1, 2), { years: [] })).toEqual([])
    expect(told({ ...streak, years: { from: 1 } }, { years: [] })).toEqual([])
  })

  test('by grade, also in the years before', () => {
    const rule: ConsequenceRule = { ...streak, id: 'byGrade', when: { by: 'grade', grades: ['poor'] } }
    const year = ranked([90, 50], {}, [rule])
    const history = { years: [{ cycle: scheme.cycle - 1, entries: [entry('u01', 'p-u01', 9)] }] }
    expect(met({ ...year, history })).toEqual(['', 'byGrade'])
    expect(run({ ...year, history }).consequences.consequences[1]![0]!.years).toEqual([
      scheme.cycle - 1,
      scheme.cycle,
    ])
  })

  test('bands as a share use the number ranked in the year in question', () => {
    const rule: ConsequenceRule = { ...streak, when: { by: 'fromBottom', from: 1, to: 2 } }
    const year = ranked([90, 80, 70, 60], {}, [rule])
    const shared = {
      ...year,
      scheme: {
        ...year.scheme,
        rulings: year.scheme.rulings.map(one =>
          one.topic === 'smallCohort' ? { ...one, answer: { kind: 'share', ofEvery: 4 } as const } : one,
        ),
      },
    }
    const then = (of: number, place: number) => ({
      years: [{ cycle: scheme.cycle - 1, entries: [{ ...entry('u03', 'p-u03', place), of }] }],
    })
    expect(met({ ...shared, history: then(40, 20) })[3]).toBe(rule.id)
    expect(met({ ...shared, history: then(40, 21) })[3]).toBe('')
    const unscaled = (of: AYear, history: AYear['history']) =>
      run({ ...of, history }).issues.flatMap(({ text }) => (text.includes('考核对象数') ? [text] : []))
    const without = { years: [{ cycle: scheme.cycle - 1, entries: [entry('u03', 'p-u03', 2)] }] }
    expect(unscaled(shared, without)).toEqual([
      `单位u03的历年结果没有写${scheme.cycle - 1}年的考核对象数，名次段未能按比例折算，请补上`,
    ])
    expect([unscaled(shared, then(40, 20)), unscaled(year, without)]).toEqual([[], []])
  })
})
