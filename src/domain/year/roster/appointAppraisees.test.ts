import { describe, expect, test } from 'vitest'
import { annexScheme, aYear } from '../../../../tests/engine/aYear.ts'
import { appointAppraisees, isAppraised } from './appointAppraisees.ts'
import type { Holder, Unit } from './roster.ts'

const onDay = { answers: 'holderOnDay', day: '12-31' } as const
const longest = { answers: 'longestHolder' } as const
const unit = aYear(annexScheme, ['u']).roster.units[0]!
const secretary = (person: string, from?: string, to?: string): Holder => ({
  unit: 'u',
  person,
  name: person,
  post: '党组织书记',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

function who(
  holders: readonly Holder[],
  midYear: typeof onDay | typeof longest | { answers: 'holderOnDay'; day: string } = onDay,
  of: Partial<Unit> = {},
) {
  const [appraisee] = appointAppraisees(annexScheme, { units: [{ ...unit, ...of }], holders }, midYear)
  return appraisee
}

describe('一 units in scope', () => {
  const inScope = (of: Partial<Unit>) => isAppraised(annexScheme, { ...unit, ...of }, '2018-12-31')

  test('a unit in scope is affiliated, of a level in scope, and exists on the day', () => {
    expect([inScope({}), inScope({ affiliated: false }), inScope({ level: '乡科级' })]).toEqual([
      true,
      false,
      false,
    ])
    expect([
      inScope({ closesOn: '2018-12-30' }),
      inScope({ closesOn: '2018-12-31' }),
      inScope({ closesOn: '2019-01-01' }),
    ]).toEqual([false, false, true])
    expect([inScope({ opensOn: '2018-12-31' }), inScope({ opensOn: '2019-01-01' })]).toEqual([true, false])
  })

  test('appraisees are ordered by unit id, whatever the order of the roster', () => {
    const units = ['b', 'a', 'c'].map(id => ({ ...unit, id }))
    expect(appointAppraisees(annexScheme, { units, holders: [] }, onDay).map(one => one.unit)).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})

describe('一 who answers for a unit', () => {
  test('the first deputy answers for a unit headed by a prefecture leader', () => {
    const holders = [
      secretary('s'),
      { ...secretary('second'), post: '副职', rank: 2 },
      { ...secretary('first'), post: '副职', rank: 1 },
    ]
    expect([who(holders, onDay, { headedByLeader: true })!.person, who(holders)!.person]).toEqual([
      'first',
      's',
    ])
    expect(who(holders, onDay, { headedByLeader: true })!.why).toBe(
      '由州级领导任一把手，改由排名第一的副职作为考核对象',
    )
  })

  test('the head answers for a department of the Party committee', () => {
    expect(
      who([secretary('s'), { ...secretary('h'), post: '主要负责人' }], onDay, { kind: '州委部办委' })!.person,
    ).toBe('h')
  })

  test('a unit with nobody in post, or of a kind that no rule names, is reported', () => {
    expect(who([])).toMatchObject({
      unit: 'u',
      post: '党组织书记',
      why: '以党组织书记为考核对象；名册中没有在任人选',
    })
    const scheme = { ...annexScheme, scope: { ...annexScheme.scope, answers: [] } }
    expect(appointAppraisees(scheme, { units: [unit], holders: [] }, onDay)[0]!.why).toBe(
      '方案没有规定由谁作为这类单位的考核对象',
    )
  })
})

describe('R21 a change of holder during the year', () => {
  test('the holder on the day answers, both ends of a term included', () => {
    expect(who([secretary('old', '2010-01-01', '2018-12-30'), secretary('new', '2018-12-31')])!.person).toBe(
      'new',
    )
    expect(who([secretary('old', undefined, '2018-12-31'), secretary('new', '2019-01-01')])!.person).toBe(
      'old',
    )
    expect(
      who([secretary('old', undefined, '2018-06-30'), secretary('new', '2018-07-01')], {
        answers: 'holderOnDay',
        day: '06-30',
      })!.person,
    ).toBe('old')
  })

  test('the stints of one person add up', () => {
    const away = [
      secretary('f0', undefined, '2018-03-31'),
      secretary('f1', '2018-04-01', '2018-08-31'),
      secretary('f0', '2018-09-01'),
    ]
    expect(who(away, longest)).toMatchObject({ person: 'f0' })
    expect(who(away.toReversed(), longest)).toMatchObject({ person: 'f0' })
    expect(who(away.slice(0, 2), longest)).toMatchObject({ person: 'f1' })
  })

  test('or the longest holder answers, counted in days; of equal terms the later one', () => {
    expect(
      who([secretary('old', undefined, '2018-08-30'), secretary('new', '2018-08-31')], longest)!.person,
    ).toBe('old')
    expect(
      who([secretary('old', undefined, '2018-06-30'), secretary('new', '2018-07-01')], longest)!.person,
    ).toBe('new')
    expect(
      who([secretary('new', '2018-07-01'), secretary('old', undefined, '2018-06-30')], longest)!.person,
    ).toBe('new')
    expect(
      who([secretary('old', undefined, '2018-05-31'), secretary('new', '2018-06-01')], longest)!.person,
    ).toBe('new')
    expect(who([secretary('b', '2018-01-01'), secretary('a', '2018-01-01')], longest)!.person).toBe('a')
    const [january, july] = [secretary('a', undefined, '2018-07-01'), secretary('b', '2018-07-02')]
    expect(who([january, july], longest)!.person).toBe('b')
    expect(
      who([secretary('a', undefined, '2018-07-27'), secretary('b', '2018-07-28')], longest)!.person,
    ).toBe('a')
    expect(who([secretary('gone', '2010-01-01', '2017-12-31')], longest)!.person).toBeUndefined()
  })
})
