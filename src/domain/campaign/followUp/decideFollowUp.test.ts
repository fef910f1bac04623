import { expect, test } from 'vitest'
import {
  type FollowUpCommand,
  type FollowUpState,
  overdueSince,
  standingOf,
  whyNotFollowUp,
} from './decideFollowUp.ts'

const TODAY = '2019-02-10'
const talk: FollowUpState = { kind: 'talk', day: '2019-01-20', steps: [] }
const step = { id: 'a', text: '补开组织生活会', due: '2019-02-01' }
const held: FollowUpState = { ...talk, heldOn: '2019-01-21', steps: [step] }
const proposal: FollowUpState = { kind: 'proposal', day: '2019-01-20', steps: [] }

const cases: readonly (readonly [string, FollowUpState | undefined, FollowUpCommand, string | undefined])[] =
  [
    ['a talk is arranged anew until it is held', talk, { do: 'arrange', on: '2019-01-20' }, undefined],
    ['a talk is not before the year', talk, { do: 'arrange', on: '2017-12-31' }, 'followUpDayBefore'],
    ['it is not held before the year', talk, { do: 'record', on: '2017-12-31' }, 'followUpDayBefore'],
    [
      'a proposal is not before the year',
      undefined,
      { do: 'propose', on: '2017-12-31' },
      'followUpDayBefore',
    ],
    [
      'a talk that was held is not arranged anew',
      held,
      { do: 'arrange', on: '2019-01-20' },
      'followUpLocked',
    ],
    ['a talk does not become a proposal', talk, { do: 'propose', on: TODAY }, 'followUpLocked'],
    ['a talk is recorded afterwards', talk, { do: 'record', on: '2019-02-11' }, 'servedInFuture'],
    [
      'nobody signs before the talk',
      talk,
      { do: 'record', on: '2019-02-02', signedOn: '2019-02-01' },
      'followUpDayBefore',
    ],
    ['a promised step has two years', held, { do: 'promise', due: '2091-03-01' }, 'deadlineFar'],
    [
      'a promised step is due after the talk',
      held,
      { do: 'promise', due: '2019-01-20' },
      'followUpDayBefore',
    ],
    [
      'a proposal has no promised steps',
      { ...proposal, outcomeOn: TODAY },
      { do: 'promise', due: TODAY },
      'followUpLocked',
    ],
    ['an unknown step', held, { do: 'settle', step: 'b', on: TODAY }, 'notFound'],
    ['a step is settled', held, { do: 'settle', step: 'a', on: TODAY }, undefined],
    [
      'a step is settled once',
      { ...held, steps: [{ ...step, doneOn: TODAY }] },
      { do: 'settle', step: 'a', on: TODAY },
      'followUpStepDone',
    ],
    ['an outcome before the proposal', proposal, { do: 'answer', on: '2019-01-01' }, 'followUpDayBefore'],
    ['an outcome', proposal, { do: 'answer', on: TODAY }, undefined],
  ]

test.each(cases)('五（四） %s', (_, state, command, code) => {
  expect(whyNotFollowUp(state, command, { today: TODAY, opened: '2018-01-01' })?.code).toBe(code)
})

test('五（四） a talk is settled once it is signed and every promised step is done; overdue is the talk, then the step', () => {
  expect(standingOf(undefined)).toBe('none')
  expect(standingOf({ ...held, signedOn: TODAY })).toBe('held')
  const done = { ...held, signedOn: TODAY, steps: [{ ...step, doneOn: TODAY }] }
  expect(standingOf(done)).toBe('settled')
  expect(standingOf({ ...proposal, outcomeOn: TODAY })).toBe('settled')
  expect([talk, held, done, proposal].map(state => overdueSince(state, TODAY))).toEqual([
    '2019-01-20',
    '2019-02-01',
    undefined,
    undefined,
  ])
})
