import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { decideSheet } from './decideSheet.ts'
import { type FindingState, type SheetCommand, type SheetState, standingOf } from './sheetState.ts'

const TODAY = '2018-12-24'
const inForce = (due = '2018-12-31', others = false): SheetState => ({ kind: 'inForce', due, others })
const reply = (
  finding: FindingState = 'open',
  stance: 'accept' | 'object' = 'object',
  reason = '不符',
): SheetCommand => ({
  do: 'reply',
  finding,
  stance,
  reason,
})
const decide = (finding: FindingState = 'objected', own = false): SheetCommand => ({
  do: 'decide',
  finding,
  ruling: 'drop',
  own,
})

interface Case {
  readonly given: SheetState
  readonly when: SheetCommand
  readonly gives: FindingState | 'signed' | 'chosen' | { readonly refused: string }
}

const cases: readonly Case[] = [
  { given: { kind: 'sent' }, when: { do: 'sign' }, gives: 'signed' },
  { given: inForce(), when: { do: 'sign' }, gives: { refused: 'sheetSignedAlready' } },
  { given: { kind: 'beside' }, when: { do: 'choose', own: false }, gives: 'chosen' },
  { given: inForce(TODAY, true), when: { do: 'choose', own: false }, gives: 'chosen' },
  { given: inForce(TODAY, true), when: { do: 'choose', own: true }, gives: { refused: 'ownFindings' } },
  { given: inForce(), when: { do: 'choose', own: false }, gives: { refused: 'sheetNotDoubled' } },
  { given: { kind: 'setAside' }, when: { do: 'choose', own: false }, gives: { refused: 'sheetNotDoubled' } },
  { given: { kind: 'sent' }, when: { do: 'choose', own: false }, gives: { refused: 'sheetNotSigned' } },
  { given: inForce(), when: reply(), gives: 'objected' },
  { given: inForce(TODAY), when: reply('accepted'), gives: 'objected' },
  { given: inForce(TODAY), when: reply('objected', 'accept', ''), gives: 'accepted' },
  { given: inForce('2018-12-23'), when: reply(), gives: { refused: 'replyPastDue' } },
  { given: inForce(), when: reply('open', 'object', ' '), gives: { refused: 'objectionReasonMissing' } },
  { given: inForce(), when: reply('upheld'), gives: { refused: 'findingDecided' } },
  { given: { kind: 'sent' }, when: reply(), gives: { refused: 'sheetNotSigned' } },
  { given: { kind: 'setAside' }, when: reply(), gives: { refused: 'sheetNotInForce' } },
  { given: inForce('2018-12-01'), when: decide(), gives: 'dropped' },
  { given: inForce(), when: decide('open'), gives: { refused: 'findingNotObjected' } },
  { given: inForce(), when: decide('accepted'), gives: { refused: 'findingNotObjected' } },
  { given: inForce(), when: decide('changed'), gives: { refused: 'findingDecided' } },
  { given: inForce(), when: decide('objected', true), gives: { refused: 'ownFindings' } },
  { given: { kind: 'beside' }, when: decide(), gives: { refused: 'sheetNotInForce' } },
]

describe('四（二） commands to an inspection sheet', () => {
  test.each(cases)('$given.kind, $when.do: $gives', ({ given, when, gives }) => {
    const decided = decideSheet(given, when, TODAY)
    if (isRefusal(decided)) expect({ refused: decided.code }).toEqual(gives)
    else expect('finding' in decided ? decided.finding : decided.kind).toBe(gives)
  })

  test('no reply by the due day accepts; an objection waits for the committee; two sheets of one assignment wait for a choice', () => {
    expect(standingOf(inForce(TODAY), ['open', 'accepted'], TODAY)).toBe('replying')
    expect(standingOf(inForce('2018-12-23'), ['open', 'accepted'], TODAY)).toBe('settled')
    expect(standingOf(inForce(TODAY), ['open', 'accepted'], undefined)).toBe('settled')
    expect(standingOf(inForce('2018-12-23'), ['open', 'objected'], TODAY)).toBe('deciding')
    expect(standingOf(inForce(), ['open', 'objected'], TODAY)).toBe('replying')
    expect(standingOf(inForce(), [], TODAY)).toBe('settled')
    expect(standingOf(inForce(TODAY, true), ['open'], TODAY)).toBe('doubled')
    expect(standingOf({ kind: 'beside' }, [], TODAY)).toBe('doubled')
    expect(standingOf({ kind: 'sent' }, ['open'], TODAY)).toBe('sent')
  })
})
