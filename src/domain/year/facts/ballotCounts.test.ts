import { expect, test } from 'vitest'
import { anIntake, told } from '../../../../tests/readers/aYear.ts'
import { points } from '../../kernel/points.ts'
import type { BallotCount } from './facts.ts'

test('四（四） a ballot count names known classes, holds marks as the method requires, and stands alone', () => {
  const count = {
    component: 'debrief',
    session: '系统会',
    unit: 'miao',
    voterClasses: ['delegate'],
    marks: [points(90), points(85)],
    voided: 1,
    abstained: 0,
  }
  const describe = (more: Partial<BallotCount>): readonly string[] =>
    told(anIntake(), 'ballotCounts', { ...count, ...more })
  expect(describe({})).toEqual([])
  expect(describe({ voterClasses: ['guest'] })).toEqual(['voterClasses unknownTerm'])
  expect(describe({ voterClasses: [] })).toEqual(['voterClasses countEmpty'])
  expect(describe({ marks: [], voided: 0 })).toEqual(['marks countEmpty'])
  expect(describe({ marks: [points(101), points(102)] })).toEqual(['marks markOutside'])
  expect(describe({ marks: ['good'] })).toEqual(['marks markWrongKind'])
  expect(describe({ voterClasses: ['delegate', 'delegate'] })).toEqual(['classCountedTwice'])
  const intake = anIntake()
  expect(told(intake, 'ballotCounts', count)).toEqual([])
  expect(told(intake, 'ballotCounts', { ...count, voterClasses: ['partyAffairsOfficer'] })).toEqual([])
  const merged = { ...count, voterClasses: ['memberRepresentative', 'delegate'] }
  expect(told(intake, 'ballotCounts', merged)).toEqual(['classCountedTwice'])
  const mark = { unit: 'miao', points: points(88) }
  const sheet = { component: 'debrief', session: '系统会', voterClass: 'delegate', marks: [mark] }
  expect(told(intake, 'sheets', sheet)).toEqual(['ballotsBesideCount'])
})
