import { expect, test } from 'vitest'
import { decidePublication, type Publication, type PublicationCommand, standingOf } from './publication.ts'

const plan = { parts: ['grade'], from: '2018-12-24', to: '2018-12-31', comments: 'held' } as const
const planned: Publication = { ...plan, released: false }
const released: Publication = { ...plan, released: true }
const today = '2018-12-24'

test.each<[string, Publication | undefined, PublicationCommand, string]>([
  ['nothing is chosen', undefined, { do: 'plan', plan: { ...plan, parts: [] } }, 'publicationEmpty'],
  [
    'it ends before it begins',
    planned,
    { do: 'plan', plan: { ...plan, to: '2018-12-23' } },
    'publicationDaysTurned',
  ],
  [
    'its last day is past',
    planned,
    { do: 'plan', plan: { ...plan, from: '1999-01-01', to: '1999-01-08' } },
    'publicationPast',
  ],
  [
    'its first day is past',
    planned,
    { do: 'plan', plan: { ...plan, from: '2018-12-20' } },
    'publicationBegun',
  ],
  [
    'its first day went by before it was released',
    { ...planned, from: '2018-12-20' },
    { do: 'release' },
    'publicationBegun',
  ],
  ['it is released already', released, { do: 'plan', plan }, 'publicationReleased'],
  ['nothing is planned', undefined, { do: 'release' }, 'publicationUnplanned'],
  ['it is released twice', released, { do: 'release' }, 'publicationReleased'],
  [
    'its last day went by before it was released',
    { ...planned, to: '2018-12-23', from: '2018-12-20' },
    { do: 'release' },
    'publicationPast',
  ],
  ['a plan is extended', planned, { do: 'extend', to: '2019-01-04' }, 'publicationUnreleased'],
  ['its end is mistyped', released, { do: 'extend', to: '2118-12-30' }, 'publicationTooLong'],
  ['it would get shorter', released, { do: 'extend', to: '2018-12-30' }, 'publicationNotLonger'],
  ['a plan is withdrawn', planned, { do: 'withdraw' }, 'publicationUnreleased'],
])('四（六） refused: %s', (_what, state, command, code) => {
  expect(decidePublication(state, command, today)).toMatchObject({ code })
})

test('四（六） a plan is released, extended and withdrawn', () => {
  expect(decidePublication(undefined, { do: 'plan', plan }, today)).toEqual(planned)
  expect(decidePublication(planned, { do: 'release' }, today)).toEqual(released)
  expect(decidePublication(released, { do: 'extend', to: '2019-01-04' }, today)).toEqual({
    ...released,
    to: '2019-01-04',
  })
  expect(decidePublication(released, { do: 'withdraw' }, today)).toEqual(planned)
})

test('四（六） first and last day both count', () => {
  const days = ['2018-12-23', '2018-12-24', '2018-12-31', '2019-01-01']
  expect(days.map(day => standingOf(released, day))).toEqual(['waiting', 'open', 'open', 'over'])
  expect(days.map(day => standingOf(planned, day))).toEqual(['planned', 'planned', 'planned', 'planned'])
})
