import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { decideMeeting, mayCast } from './decideMeeting.ts'
import type { MeetingCommand, MeetingEvent, MeetingState } from './meetingState.ts'

const NOW = '2018-12-25T08:00:00.000Z'
const LATER = '2018-12-25T09:00:00.000Z'
const line = (unit: string, more: object = {}) => ({
  unit,
  speaks: true,
  spoken: false,
  removed: false,
  ...more,
})
const state = (more: Partial<MeetingState> = {}): MeetingState => ({
  phase: 'running',
  voting: 'notYet',
  reviewAfterEach: false,
  agenda: [line('a'), line('b'), line('c', { speaks: false })],
  ...more,
})
const spoken = [line('a', { spoken: true }), line('b', { spoken: true }), line('c', { speaks: false })]

interface Case {
  readonly title: string
  readonly given: MeetingState
  readonly when: MeetingCommand
  readonly gives: MeetingEvent | string
}

const cases: readonly Case[] = [
  {
    title: 'a planned meeting is edited',
    given: state({ phase: 'planned' }),
    when: { do: 'edit' },
    gives: {},
  },
  {
    title: 'an issued one is not',
    given: state({ phase: 'issued' }),
    when: { do: 'edit' },
    gives: 'meetingFrozen',
  },
  {
    title: 'the first slip issues it',
    given: state({ phase: 'planned' }),
    when: { do: 'issue' },
    gives: { phase: 'issued' },
  },
  { title: 'more slips change nothing', given: state(), when: { do: 'issue' }, gives: {} },
  {
    title: 'nothing is issued without an agenda',
    given: state({ phase: 'planned', agenda: [] }),
    when: { do: 'issue' },
    gives: 'agendaEmpty',
  },
  {
    title: 'it starts',
    given: state({ phase: 'issued' }),
    when: { do: 'start' },
    gives: { phase: 'running' },
  },
  { title: 'it does not start twice', given: state(), when: { do: 'start' }, gives: 'meetingNotNow' },
  { title: 'the first speaks', given: state(), when: { do: 'next' }, gives: { speaking: 'a' } },
  {
    title: 'the next speaks, the one before has ended',
    given: state({ speaking: 'a' }),
    when: { do: 'next' },
    gives: { speaking: 'b', ended: 'a' },
  },
  {
    title: 'one is called out of turn',
    given: state(),
    when: { do: 'next', unit: 'b' },
    gives: { speaking: 'b' },
  },
  {
    title: 'one who is only read is not called',
    given: state(),
    when: { do: 'next', unit: 'c' },
    gives: 'notOnAgenda',
  },
  {
    title: 'nobody speaks twice',
    given: state({ agenda: spoken }),
    when: { do: 'next', unit: 'a' },
    gives: 'spokenAlready',
  },
  {
    title: 'the last one ends',
    given: state({ speaking: 'b', agenda: [line('a', { spoken: true }), line('b')] }),
    when: { do: 'next' },
    gives: { speaking: null, ended: 'b' },
  },
  {
    title: 'voting opens after the speeches',
    given: state({ agenda: spoken }),
    when: { do: 'openVoting', until: LATER },
    gives: { voting: 'open', votingUntil: LATER },
  },
  {
    title: 'voting waits for the speeches',
    given: state({ speaking: 'a' }),
    when: { do: 'openVoting' },
    gives: 'speakersWaiting',
  },
  {
    title: 'voting after each opens at once',
    given: state({ reviewAfterEach: true, speaking: 'a' }),
    when: { do: 'openVoting' },
    gives: { voting: 'open' },
  },
  {
    title: 'voting opens once',
    given: state({ voting: 'open' }),
    when: { do: 'openVoting' },
    gives: 'votingOpened',
  },
  {
    title: 'voting does not end before it opens',
    given: state({ agenda: spoken }),
    when: { do: 'openVoting', until: NOW },
    gives: 'closeNotLater',
  },
  {
    title: 'the close is moved later',
    given: state({ voting: 'open', votingUntil: NOW }),
    when: { do: 'moveClose', until: LATER },
    gives: { votingUntil: LATER },
  },
  {
    title: 'never earlier',
    given: state({ voting: 'open', votingUntil: LATER }),
    when: { do: 'moveClose', until: LATER },
    gives: 'closeNotLater',
  },
  {
    title: 'nor where there is none',
    given: state({ voting: 'open' }),
    when: { do: 'moveClose', until: LATER },
    gives: 'closeNotLater',
  },
  {
    title: 'voting closes the meeting',
    given: state({ voting: 'open' }),
    when: { do: 'closeVoting' },
    gives: { phase: 'closed', voting: 'closed' },
  },
  {
    title: 'what is not open is not closed',
    given: state(),
    when: { do: 'closeVoting' },
    gives: 'votingNotOpen',
  },
  {
    title: 'one who fell ill is taken off',
    given: state({ phase: 'issued' }),
    when: { do: 'remove', unit: 'a' },
    gives: { removed: 'a' },
  },
  {
    title: 'not once voting has opened',
    given: state({ voting: 'open' }),
    when: { do: 'remove', unit: 'a' },
    gives: 'votingOpened',
  },
  {
    title: 'not the last one',
    given: state({ agenda: [line('a')] }),
    when: { do: 'remove', unit: 'a' },
    gives: 'lastOnAgenda',
  },
  {
    title: 'it is broken off while voting',
    given: state({ voting: 'open' }),
    when: { do: 'breakOff', reason: '停电' },
    gives: { phase: 'brokenOff' },
  },
  {
    title: 'not once it closed',
    given: state({ phase: 'closed', voting: 'closed' }),
    when: { do: 'breakOff', reason: '停电' },
    gives: 'meetingNotNow',
  },
  { title: 'counted', given: state({ phase: 'closed' }), when: { do: 'count' }, gives: { phase: 'counted' } },
  {
    title: 'reported',
    given: state({ phase: 'counted' }),
    when: { do: 'report' },
    gives: { phase: 'reported' },
  },
  {
    title: 'not before the count',
    given: state({ phase: 'closed' }),
    when: { do: 'report' },
    gives: 'meetingNotNow',
  },
  {
    title: 'returned',
    given: state({ phase: 'reported' }),
    when: { do: 'return', reason: '不清' },
    gives: { phase: 'returned' },
  },
  {
    title: 'reported again',
    given: state({ phase: 'returned' }),
    when: { do: 'report' },
    gives: { phase: 'reported' },
  },
  {
    title: 'accepted',
    given: state({ phase: 'reported' }),
    when: { do: 'accept' },
    gives: { phase: 'accepted' },
  },
  {
    title: 'an acceptance is taken back, and the count may be mended',
    given: state({ phase: 'accepted' }),
    when: { do: 'takeBack', reason: '漏计一张票' },
    gives: { phase: 'returned' },
  },
  {
    title: 'what was not accepted is not taken back',
    given: state({ phase: 'reported' }),
    when: { do: 'takeBack', reason: '漏计一张票' },
    gives: 'meetingNotNow',
  },
  {
    title: 'a returned one is counted anew',
    given: state({ phase: 'returned' }),
    when: { do: 'count' },
    gives: { phase: 'counted' },
  },
  {
    title: 'or given up, and held anew',
    given: state({ phase: 'returned', agenda: [] }),
    when: { do: 'breakOff', reason: '票箱启封过' },
    gives: { phase: 'brokenOff' },
  },
]

describe('四（四） commands to a debrief meeting', () => {
  test.each(cases)('$title', ({ given, when, gives }) => {
    const decided = decideMeeting(given, when, NOW)
    expect(isRefusal(decided) ? decided.code : decided).toEqual(gives)
  })

  test('a sheet is cast once all have spoken, until the close', () => {
    const open = state({ voting: 'open', votingUntil: LATER, agenda: spoken })
    expect(mayCast(open, NOW)).toBe(true)
    expect(mayCast(open, LATER)).toBe(false)
    expect(mayCast({ ...open, agenda: state().agenda }, NOW)).toBe(false)
    expect(mayCast({ ...open, speaking: 'b' }, NOW)).toBe(false)
  })
})
