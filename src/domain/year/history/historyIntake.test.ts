import { expect, test } from 'vitest'
import { aBook, aUnit, roster, xiangxi } from '../../../../tests/readers/aYear.ts'
import { points } from '../../kernel/points.ts'
import type { PastEntry } from './history.ts'
import { createHistoryIntake } from './historyIntake.ts'

const entry: PastEntry = {
  unit: 'miao',
  person: 'p',
  composite: points(90),
  place: 1,
  fromBottom: 5,
  of: 5,
  grade: 'good',
}

function describe(year: number, more: Partial<PastEntry>): readonly string[] {
  const faults = createHistoryIntake(aBook(), roster).take(year, { ...entry, ...more }, '第2行')
  return faults.map(({ field, refusal }) => `${field} ${refusal.code}`)
}

test('五（四） past results have earlier years, known units and grades, and possible places', () => {
  expect(describe(2017, {})).toEqual([])
  expect(describe(2018, {})).toEqual(['cycle pastYearNotEarlier'])
  expect(describe(2017, { unit: 'mioa' })).toEqual(['unit unknownUnit'])
  expect(describe(2017, { grade: 'best' })).toEqual(['grade unknownTerm'])
  expect(describe(2017, { place: 0, fromBottom: 6 })).toEqual([
    'place placeOutside',
    'fromBottom placeOutside',
  ])
  expect(describe(2017, { of: 0, place: 1, fromBottom: 1 })).toEqual([
    'of countNotWhole',
    'place placeOutside',
    'fromBottom placeOutside',
  ])
})

test('a unit merged into one of the roster is still known', () => {
  const merged = { ...roster, units: [...roster.units, aUnit('xin', '示范州新站', { succeeds: ['lao'] })] }
  const intake = createHistoryIntake(aBook(xiangxi, merged), merged)
  expect(intake.take(2017, { ...entry, unit: 'lao' }, '第2行')).toEqual([])
})

test('each unit has one result a year', () => {
  const intake = createHistoryIntake(aBook(), roster)
  intake.take(2017, entry, '第2行')
  expect(intake.take(2017, { ...entry, place: 2 }, '第3行')[0]?.refusal).toEqual({
    code: 'sameKeyTwice',
    values: { first: '第2行' },
  })
  expect(intake.take(2016, entry, '第4行')).toEqual([])
  expect(intake.history().years.map(year => [year.cycle, year.entries.length])).toEqual([
    [2017, 1],
    [2016, 1],
  ])
})
