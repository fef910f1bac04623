import { expect, test } from 'vitest'
import { aHolder, aLead, aUnit, roster, xiangxi } from '../../../../tests/readers/aYear.ts'
import { checkRoster, type RosterCheck } from './checkRoster.ts'
import type { Holder, Unit } from './roster.ts'

const places = { unit: (at: number) => `单位${at}`, holder: (at: number) => `任职${at}` }
const lin = aLead('lin', '示范州林业局')

function check(
  units: readonly Unit[],
  holders: readonly Holder[] = [],
  refused: readonly string[] = [],
): RosterCheck {
  return checkRoster(units, holders, xiangxi, places, new Set(refused))
}

function told(faults: RosterCheck['units']): readonly (readonly string[])[] {
  return faults.map(list => list.map(({ field, refusal }) => `${field} ${refusal.code}`))
}

const units = (...list: readonly Unit[]): readonly (readonly string[])[] => told(check(list).units)
const holders = (...list: readonly Holder[]): readonly (readonly string[])[] =>
  told(check(roster.units, list).holders)

test('a valid roster has no faults', () => {
  const found = check(roster.units, roster.holders)
  expect([...found.units, ...found.holders].flat()).toEqual([])
  expect(found.unheld).toEqual([])
})

test('一 ids and names are unique', () => {
  expect(units(lin, aLead('lin', '示范州教育局'))).toEqual([[], ['id unitIdTwice']])
  expect(units(lin, aLead('jiao', '示范州林业局'))).toEqual([[], ['name unitNameTwice']])
  for (const [one, other] of [
    ['试中心（本级）', '试中心(本级)'],
    ['试中心（本级）', '试中心 【本级】'],
    ['试中心', '试\u200b中 心'],
    ['ABC中心', 'ＡＢＣ中心'],
  ] as const)
    expect(units(aLead('a', one), aLead('b', other))).toEqual([[], ['name unitNameTwice']])
  expect(units(aLead('a1', '甲'), aLead('ａ１', '乙'))).toEqual([[], ['id unitIdTwice']])
  expect(units(lin, aLead('jiao', 'lin'))).toEqual([[], ['name unitNameIsId']])
  expect(units(aLead('lin', 'lin'))).toEqual([[]])
  const [, second] = check([lin, aLead('lin', '示范州教育局')]).units
  expect(second![0]!.refusal).toEqual({ code: 'unitIdTwice', values: { id: 'lin', first: '单位0' } })
})

test('tiers and cohorts belong to the scheme, and days are in order', () => {
  expect(units(aLead('a', '甲', { tier: 'top' }))).toEqual([['tier unknownTerm']])
  expect(units(aLead('a', '甲', { cohort: 'c' }))).toEqual([['cohort unknownTerm']])
  expect(units(aLead('a', '甲', { opensOn: '2018-07-01', closesOn: '2018-06-30' }))).toEqual([
    ['closesOn daysReversed'],
  ])
  expect(units(aLead('a', '甲', { opensOn: '2018-07-01', closesOn: '2018-07-01' }))).toEqual([[]])
})

test('三（二）1 a unit graded by its lead unit needs one', () => {
  expect(units(aLead('a', '甲', { tier: 'member' }))).toEqual([['leadUnit leadMissing']])
  expect(units(aLead('a', '甲', { tier: 'direct' }))).toEqual([[]])
})

test('a lead unit is known, is not the unit itself, and has no lead unit of its own', () => {
  expect(units(aUnit('a', '甲', { leadUnit: 'lim' }), lin)).toEqual([['leadUnit leadUnknown'], []])
  expect(units(aUnit('a', '甲', { leadUnit: 'a' }))).toEqual([['leadUnit leadItself']])
  expect(units(lin, aUnit('a', '甲'), aUnit('b', '乙', { leadUnit: 'a' }))).toEqual([
    [],
    [],
    ['leadUnit leadIsMember'],
  ])
})

test('lead units in a cycle are named in their order', () => {
  const circle = [
    aUnit('a', '甲', { leadUnit: 'b' }),
    aUnit('b', '乙', { leadUnit: 'c' }),
    aUnit('c', '丙', { leadUnit: 'a' }),
  ]
  const found = check(circle).units
  expect(told(found)).toEqual(Array<string[]>(3).fill(['leadUnit leadCycle']))
  expect(found[0]![0]!.refusal.values).toEqual({ units: '甲 → 乙 → 丙 → 甲' })
  const tail = units(...circle, aUnit('d', '丁', { leadUnit: 'a' }))
  expect(tail[3]).toEqual(['leadUnit leadIsMember'])
})

test('a member is refused with its lead unit', () => {
  expect(units(aLead('lin', '示范州林业局', { tier: 'top' }), aUnit('a', '甲'))).toEqual([
    ['tier unknownTerm'],
    ['leadUnit unitRefused'],
  ])
  expect(told(check([aUnit('a', '甲')], [], ['lin']).units)).toEqual([['leadUnit unitRefused']])
})

test('holders belong to known units and their days are in order', () => {
  expect(holders(aHolder('who', '赵示安'))).toEqual([['unit unknownUnit']])
  expect(told(check([lin], [aHolder('x', '赵示安')], ['x']).holders)).toEqual([['unit unitRefused']])
  expect(holders(aHolder('lin', '赵示安', { from: '2018-05-01', to: '2018-04-30' }))).toEqual([
    ['to daysReversed'],
  ])
  expect(holders(aHolder('lin', '赵示安', { rank: 0 }))).toEqual([['rank countNotWhole']])
})

test('R21 a post that answers for a unit has one holder a day', () => {
  const first = aHolder('lin', '赵示安', { to: '2018-06-30' })
  const second = aHolder('lin', '钱示安', { person: 'q', from: '2018-06-30' })
  const found = check(roster.units, [first, second]).holders
  expect(found[1]![0]!.refusal).toMatchObject({
    code: 'postHeldTwice',
    values: { other: '赵示安', first: '任职0', day: '2018-06-30' },
  })
  expect(holders(first, { ...second, from: '2018-07-01' })).toEqual([[], []])
  expect(holders(aHolder('lin', '赵示安'), { ...second, from: '2018-07-01' })).toEqual([
    [],
    ['from postHeldTwice'],
  ])
  expect(
    check(roster.units, [aHolder('lin', '赵示安'), aHolder('lin', '钱示安', { person: 'q' })]).holders[1]![0]!
      .refusal.values,
  ).toMatchObject({ day: '全年' })
  expect(holders(first, { ...second, unit: 'nong' })).toEqual([[], []])
})

test('deputies may hold office together unless ranked alike', () => {
  const deputy = (person: string, rank?: number): Holder =>
    aHolder('lin', person, { person, post: '副职', ...(rank === undefined ? {} : { rank }) })
  expect(holders(deputy('赵'), deputy('钱'))).toEqual([[], []])
  expect(holders(deputy('赵', 1), deputy('钱', 2))).toEqual([[], []])
  expect(holders(deputy('赵', 1), deputy('钱', 1))).toEqual([[], ['from postHeldTwice']])
  expect(
    holders(aHolder('lin', '赵', { post: '干事' }), aHolder('lin', '钱', { post: '干事', person: 'q' })),
  ).toEqual([[], []])
})

test('one id is one person', () => {
  expect(holders(aHolder('lin', '赵示安'), aHolder('nong', '钱示安', { person: 'p-lin' }))).toEqual([
    [],
    ['name personNameDiffers'],
  ])
  expect(holders(aHolder('lin', '赵示安'), aHolder('nong', '赵示安', { person: 'p-lin' }))).toEqual([[], []])
})

test('appraised units that nobody answers for are named', () => {
  const list = [
    lin,
    aLead('a', '甲', { level: '股级' }),
    aLead('b', '乙', { affiliated: false }),
    aLead('c', '丙', { tier: 'top' }),
  ]
  expect(check(list).unheld).toEqual([0])
  expect(check(list, [aHolder('lin', '赵示安')]).unheld).toEqual([])
})
