import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { decideProblem, isOverdue, planDayAfter } from './decideProblem.ts'
import { findRepeats } from './findRepeats.ts'
import type { ProblemCommand, ProblemState } from './problemState.ts'

const BLANK: ProblemState = {
  standing: 'drafted',
  draftedBy: 'a',
  reviews: [],
  isReceived: false,
  objection: 'none',
  objectUntil: '2019-01-10',
  plan: { cause: '', remedy: '', owner: '', deadline: undefined },
  vets: [],
  extensionUntil: undefined,
  claimedBy: undefined,
}
const PLAN = { cause: '重视不够', remedy: '按月开展', owner: '张某', deadline: '2019-03-31' }
const TODAY = '2019-01-05'
const SIGNERS = { bodies: ['x', 'y'], vetters: ['leadUnit', 'committee'] }

const review = (body: string, by: string, agrees = true) => ({ do: 'review', body, by, agrees }) as const
const vet = (body: string, agrees = true) => ({ do: 'vet', body, by: 'v', agrees }) as const
const sent = { standing: 'sent', isReceived: true } as const
const running = { standing: 'inProgress', plan: PLAN } as const

const cases: readonly (readonly [string, Partial<ProblemState>, ProblemCommand, string])[] = [
  ['the drafter does not review', {}, review('x', 'a'), 'problemOwnReview'],
  ['the first of two bodies agrees', {}, review('x', 'b'), 'drafted'],
  ['a body agrees once', { reviews: [{ body: 'x', byId: 'b' }] }, review('x', 'c'), 'problemSignedAlready'],
  [
    'the last body completes the review',
    { reviews: [{ body: 'x', byId: 'b' }] },
    review('y', 'c'),
    'reviewed',
  ],
  ['a return keeps it a draft', {}, review('y', 'c', false), 'drafted'],
  ['what is not reviewed is not sent', {}, { do: 'send' }, 'problemLocked'],
  ['what is reviewed is sent', { standing: 'reviewed' }, { do: 'send' }, 'sent'],
  ['rewording wants a new review', { standing: 'reviewed' }, { do: 'word' }, 'drafted'],
  ['what is sent is not reworded', sent, { do: 'word' }, 'problemLocked'],
  ['an objection wants the receipt', { standing: 'sent' }, { do: 'object' }, 'problemNotReceived'],
  ['an objection in its days', sent, { do: 'object' }, 'sent'],
  ['a late objection', { ...sent, objectUntil: '2019-01-04' }, { do: 'object' }, 'problemObjectionLate'],
  ['a second objection', { ...sent, objection: 'answered' }, { do: 'object' }, 'problemObjectedAlready'],
  ['an objection upheld', { ...sent, objection: 'open' }, { do: 'answer', upheld: true }, 'dropped'],
  ['an objection turned down', { ...sent, objection: 'open' }, { do: 'answer', upheld: false }, 'sent'],
  ['a plan waits for the answer', { ...sent, objection: 'open' }, { do: 'plan' }, 'problemObjectionOpen'],
  ['a plan wants the receipt', { standing: 'sent' }, { do: 'plan' }, 'problemNotReceived'],
  [
    'a returned plan that is rewritten is one to be handed in',
    { standing: 'planReturned', isReceived: true, plan: PLAN },
    { do: 'plan' },
    'sent',
  ],
  ['a plan wants all four parts', sent, { do: 'handIn' }, 'problemPlanIncomplete'],
  [
    'a deadline is not past',
    { ...sent, plan: { ...PLAN, deadline: '2019-01-04' } },
    { do: 'handIn' },
    'problemDeadlinePast',
  ],
  [
    'a deadline is within two years',
    { ...sent, plan: { ...PLAN, deadline: '2091-03-31' } },
    { do: 'handIn' },
    'deadlineFar',
  ],
  ['a whole plan is handed in', { ...sent, plan: PLAN }, { do: 'handIn' }, 'handedIn'],
  ['one of two vets', { standing: 'handedIn' }, vet('leadUnit'), 'handedIn'],
  [
    'both vet',
    { standing: 'handedIn', vets: [{ body: 'leadUnit', byId: 'l' }] },
    vet('committee'),
    'inProgress',
  ],
  ['a plan is returned', { standing: 'handedIn' }, vet('committee', false), 'planReturned'],
  [
    'an extension is later than the deadline',
    running,
    { do: 'extend', until: '2019-03-31' },
    'problemExtensionEarlier',
  ],
  ['an extension is within two years', running, { do: 'extend', until: '2091-04-01' }, 'deadlineFar'],
  ['an extension', running, { do: 'extend', until: '2019-04-01' }, 'inProgress'],
  [
    'one extension at a time',
    { ...running, extensionUntil: '2019-04-30' },
    { do: 'extend', until: '2019-05-01' },
    'problemExtensionOpen',
  ],
  ['done is claimed', running, { do: 'claim' }, 'claimed'],
  [
    'who claimed does not check',
    { standing: 'claimed', claimedBy: 'u' },
    { do: 'check', by: 'u', isMended: true },
    'problemOwnCheck',
  ],
  [
    'confirmed',
    { standing: 'claimed', claimedBy: 'u' },
    { do: 'check', by: 'c', isMended: true },
    'confirmed',
  ],
  [
    'not mended',
    { standing: 'claimed', claimedBy: 'u' },
    { do: 'check', by: 'c', isMended: false },
    'inProgress',
  ],
  ['confirmed is the end', { standing: 'confirmed' }, { do: 'progress' }, 'problemLocked'],
]

test.each(cases)('五（二） %s', (_, given, when, gives) => {
  const decided = decideProblem({ ...BLANK, ...given }, when, SIGNERS, TODAY)
  expect(isRefusal(decided) ? decided.code : decided.to).toBe(gives)
})

test('五（二） overdue: no plan after its day, nothing claimed after the deadline; an open objection stops the days', () => {
  const late = (given: Partial<ProblemState>) => isOverdue({ ...BLANK, ...given }, '2019-01-20', '2019-01-21')
  expect(late({ standing: 'sent' })).toBe(true)
  expect(late({ standing: 'sent', objection: 'open' })).toBe(false)
  expect(late({ standing: 'handedIn' })).toBe(false)
  expect(late(running)).toBe(false)
  expect(late({ ...running, plan: { ...PLAN, deadline: '2019-01-20' } })).toBe(true)
  expect(late({ standing: 'claimed', plan: { ...PLAN, deadline: '2019-01-20' } })).toBe(false)
})

describe('六（一） the same fault again', () => {
  const earlier = [
    { year: 2016, row: 'r1', rule: 'a', text: '支部主题党日没有按月开展' },
    { year: 2017, row: 'r2', rule: 'b', text: '2017年党费收缴台账不完整，缺3个月' },
  ]
  test.each([
    ['the same row and rule', { row: 'r1', rule: 'a', text: '别的文字' }, [2016]],
    ['the same row by another rule', { row: 'r1', rule: 'c', text: '别的文字' }, []],
    [
      'nearly the same words',
      { row: undefined, rule: undefined, text: '党费收缴台账不完整，缺5个月' },
      [2017],
    ],
    ['other words', { row: undefined, rule: undefined, text: '换届没有按期' }, []],
  ])('%s', (_, problem, years) => {
    expect(findRepeats(problem, earlier)).toEqual(years)
  })
})

test('四（五） an answered objection leaves the unit the days that were given for the plan, and never fewer than before', () => {
  expect(planDayAfter('2019-01-05', '2019-01-20', '2019-01-04')).toBe('2019-01-20')
  expect(planDayAfter('2019-01-05', '2019-01-20', '2019-02-01')).toBe('2019-02-16')
  expect(planDayAfter('2019-01-05', '2019-01-05', '2019-02-01')).toBe('2019-02-01')
})
