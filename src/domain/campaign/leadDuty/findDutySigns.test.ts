import { expect, test } from 'vitest'
import { findDutySigns, isAllEqual, type LeadConduct } from './findDutySigns.ts'

const GOOD: LeadConduct = {
  gradesDue: '2018-12-20',
  boards: [{ handedInOn: '2018-12-20', graded: 10 }],
  kept: 3,
  meetingsDue: '2018-12-31',
  meetings: [{ name: '甲', reportedOn: '2018-12-28', elsewhere: false, notes: 1 }],
  sheets: { all: 40, equal: 7 },
  vetted: 10,
  returned: 1,
}

test.each<readonly [string, Partial<LeadConduct>, readonly string[]]>([
  ['a lead unit that does its duty', {}, []],
  ['grades after their day', { boards: [{ handedInOn: '2018-12-21', graded: 10 }] }, ['gradesLate']],
  ['grades not handed in yet', { boards: [{ handedInOn: undefined, graded: 0 }] }, ['gradesLate']],
  [
    'scores after their day',
    { meetings: [{ ...GOOD.meetings[0]!, reportedOn: '2019-01-02' }] },
    ['scoresLate'],
  ],
  [
    'a meeting held by other means, with neither minutes nor note',
    { meetings: [{ ...GOOD.meetings[0]!, elsewhere: true, notes: 0 }] },
    ['noMinutes', 'noNote'],
  ],
  ['every fifth sheet with equal marks', { sheets: { all: 40, equal: 8 } }, ['equalSheets']],
  ['of few sheets nothing is said', { sheets: { all: 4, equal: 4 } }, []],
  ['grading without a ledger behind it', { kept: 0 }, ['gradedBlind']],
  ['vetting that returned nothing', { returned: 0 }, ['nothingReturned']],
  ['of few papers nothing is said', { vetted: 4, returned: 0 }, []],
])('六（四） %s', (_, given, kinds) => {
  expect(findDutySigns({ ...GOOD, ...given }, '2019-01-05').map(({ kind }) => kind)).toEqual(kinds)
})

test('六（四） a sheet with one mark is not all equal', () => {
  const sheet = (...grades: string[]) =>
    isAllEqual({
      component: 'd',
      session: 's',
      voterClass: 'c',
      marks: grades.map((grade, at) => ({ unit: `u${at}`, grade })),
    })
  expect([sheet('good'), sheet('good', 'good'), sheet('good', 'fair')]).toEqual([false, true, false])
})
