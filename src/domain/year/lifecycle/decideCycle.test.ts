import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { type CycleCommand, type CycleEvent, type CycleState, phaseOf, takesFacts } from './cycleState.ts'
import { decideCycle } from './decideCycle.ts'
import { evolveCycle } from './evolveCycle.ts'
import type { LatePhase, OpenPhase } from './phases.ts'

const days = { running: '2018-01-01', debriefed: '2018-12-21' }
const open = (phase: OpenPhase, seals = 0): CycleState => ({ kind: 'open', phase, seals, days })
const sealed = (seal = 1): CycleState => ({ kind: 'sealed', seal })
const approved = (phase: LatePhase = 'approved', released = false): CycleState => ({
  kind: 'approved',
  phase,
  seal: 1,
  ...(released && { released: 1 }),
})
const corrects = { seal: 1, reason: '录错', phase: 'fedBack' } as const
const correcting = (changed: boolean): CycleState => ({
  kind: 'correcting',
  seal: 1,
  corrects,
  released: 1,
  changed,
})
const move = (
  from: CycleState,
  to: Extract<CycleCommand, { do: 'move' }>['to'],
  reason?: string,
): CycleCommand => ({
  do: 'move',
  from: phaseOf(from),
  to,
  ...(reason === undefined ? {} : { reason }),
})

const TODAY = '2018-12-24'

interface Case {
  readonly given: CycleState
  readonly when: CycleCommand
  readonly on?: string
  readonly gives: CycleEvent['kind'] | { readonly refused: string; readonly why?: string }
}

const cases: readonly (readonly [title: string, one: Case])[] = [
  [
    '准备好了就开始日常考核',
    { given: open('prepared'), when: move(open('prepared'), 'running'), gives: 'phaseMoved' },
  ],
  [
    '一月一日之前开始要写理由',
    {
      given: open('prepared'),
      when: move(open('prepared'), 'running'),
      on: '2017-12-20',
      gives: { refused: 'phaseNeedsReason', why: 'early' },
    },
  ],
  [
    '写了理由就可以提前',
    {
      given: open('prepared'),
      when: move(open('prepared'), 'running', '提前布置'),
      on: '2017-12-20',
      gives: 'phaseMoved',
    },
  ],
  [
    '跳过述职测评要写理由',
    {
      given: open('running'),
      when: move(open('running'), 'scored'),
      gives: { refused: 'phaseNeedsReason', why: 'skips' },
    },
  ],
  [
    '倒回日常考核要写理由',
    {
      given: open('scored'),
      when: move(open('scored'), 'running'),
      gives: { refused: 'phaseNeedsReason', why: 'back' },
    },
  ],
  [
    '倒回并写理由',
    { given: open('scored'), when: move(open('scored'), 'running', '补核查'), gives: 'phaseMoved' },
  ],
  [
    '封存不是推进出来的',
    { given: open('scored'), when: move(open('scored'), 'sealed'), gives: { refused: 'phaseByDeed' } },
  ],
  [
    '审定不是推进出来的',
    { given: sealed(), when: move(sealed(), 'approved'), gives: { refused: 'phaseByDeed' } },
  ],
  [
    '没有审定不能反馈',
    { given: open('scored'), when: move(open('scored'), 'fedBack'), gives: { refused: 'phaseOutOfReach' } },
  ],
  [
    '审定以后退不回计分',
    { given: approved(), when: move(approved(), 'scored', '想改'), gives: { refused: 'phaseOutOfReach' } },
  ],
  [
    '同一阶段',
    { given: open('running'), when: move(open('running'), 'running'), gives: { refused: 'phaseOutOfReach' } },
  ],
  [
    '两个人同时推进，后一个看到已经推进',
    {
      given: open('running'),
      when: move(open('prepared'), 'running'),
      gives: { refused: 'phaseMovedMeanwhile' },
    },
  ],
  ['计分以后封存', { given: open('scored'), when: { do: 'seal' }, gives: 'sealed' }],
  ['没有计分不能封存', { given: open('debriefed'), when: { do: 'seal' }, gives: { refused: 'sealNotYet' } }],
  ['已经封存不能再封存', { given: sealed(), when: { do: 'seal' }, gives: { refused: 'yearSealed' } }],
  ['领导小组审定', { given: sealed(), when: { do: 'approve', seal: 1 }, gives: 'approved' }],
  [
    '领导小组退回',
    { given: sealed(), when: { do: 'return', seal: 1, reason: '一处存疑' }, gives: 'returned' },
  ],
  [
    '审定的不是最新一次',
    { given: sealed(2), when: { do: 'approve', seal: 1 }, gives: { refused: 'sealNotLatest' } },
  ],
  [
    '没有封存无可审定',
    { given: open('scored'), when: { do: 'approve', seal: 1 }, gives: { refused: 'nothingToJudge' } },
  ],
  [
    '审定以后不能再退回',
    { given: approved(), when: { do: 'return', seal: 1, reason: 'x' }, gives: { refused: 'nothingToJudge' } },
  ],
  ['审定以后书面反馈', { given: approved(), when: move(approved(), 'fedBack'), gives: 'phaseMoved' }],
  [
    '没有公布结果不能公示',
    {
      given: approved('rectifying'),
      when: move(approved('rectifying'), 'published'),
      gives: { refused: 'phaseWaitsForRelease' },
    },
  ],
  [
    '公布以后公示',
    {
      given: approved('rectifying', true),
      when: move(approved('rectifying', true), 'published'),
      gives: 'phaseMoved',
    },
  ],
  ['审定以后公布', { given: approved(), when: { do: 'release', seal: 1 }, gives: 'released' }],
  [
    '公布一次就够',
    {
      given: approved('approved', true),
      when: { do: 'release', seal: 1 },
      gives: { refused: 'alreadyReleased' },
    },
  ],
  [
    '没有审定不能公布',
    { given: sealed(), when: { do: 'release', seal: 1 }, gives: { refused: 'notApproved' } },
  ],
  [
    '公布的不是最新一次',
    { given: approved(), when: { do: 'release', seal: 2 }, gives: { refused: 'sealNotLatest' } },
  ],
  [
    '审定的结果可以更正',
    {
      given: approved('fedBack'),
      when: { do: 'correct', seal: 1, reason: '录错' },
      gives: 'correctionOpened',
    },
  ],
  [
    '封存待审定的也可以更正',
    { given: sealed(), when: { do: 'correct', seal: 1, reason: '录错' }, gives: 'correctionOpened' },
  ],
  [
    '没有封存不必更正',
    { given: open('scored'), when: { do: 'correct', seal: 1, reason: 'x' }, gives: { refused: 'notSealed' } },
  ],
  [
    '一次只有一个更正',
    {
      given: correcting(false),
      when: { do: 'correct', seal: 1, reason: 'x' },
      gives: { refused: 'alreadyCorrecting' },
    },
  ],
  [
    '更正的不是最新一次',
    { given: approved(), when: { do: 'correct', seal: 3, reason: 'x' }, gives: { refused: 'sealNotLatest' } },
  ],
  ['更正以后重新封存', { given: correcting(true), when: { do: 'seal' }, gives: 'sealed' }],
  [
    '更正时不推进阶段',
    {
      given: correcting(true),
      when: move(correcting(true), 'rectifying'),
      gives: { refused: 'phaseWaitsForCorrection' },
    },
  ],
  [
    '没有改动可以放弃更正',
    {
      given: correcting(false),
      when: { do: 'abandonCorrection', reason: '无误' },
      gives: 'correctionAbandoned',
    },
  ],
  [
    '有了改动不能放弃',
    {
      given: correcting(true),
      when: { do: 'abandonCorrection', reason: 'x' },
      gives: { refused: 'correctionChanged' },
    },
  ],
  [
    '没有更正可放弃',
    {
      given: approved(),
      when: { do: 'abandonCorrection', reason: 'x' },
      gives: { refused: 'notCorrecting' },
    },
  ],
]

test.each(cases)('五（一） %s', (_title, { given, when, on, gives }) => {
  const decided = decideCycle(given, when, on ?? TODAY)
  if (typeof gives === 'string') {
    expect(decided).toMatchObject({ kind: gives })
    expect(() => evolveCycle(given, decided as CycleEvent)).not.toThrow()
  } else {
    expect(decided).toMatchObject({
      code: gives.refused,
      ...(gives.why === undefined ? {} : { values: { why: gives.why } }),
    })
  }
})

describe('effects of commands', () => {
  const after = (state: CycleState, ...commands: readonly CycleCommand[]): CycleState =>
    commands.reduce((now, command) => {
      const decided = decideCycle(now, command, TODAY)
      if (isRefusal(decided)) throw new Error(decided.code)
      return evolveCycle(now, decided, days)
    }, state)

  test('facts are accepted until the seal, and again in a correction', () => {
    expect(takesFacts(open('scored'))).toBe(true)
    expect(takesFacts(after(open('scored'), { do: 'seal' }))).toBe(false)
    expect(takesFacts(after(open('scored'), { do: 'seal' }, { do: 'return', seal: 1, reason: '存疑' }))).toBe(
      true,
    )
    expect(takesFacts(after(approved(), { do: 'correct', seal: 1, reason: '录错' }))).toBe(true)
  })

  test('after a returned seal the next one has the next number', () => {
    const again = after(
      open('scored'),
      { do: 'seal' },
      { do: 'return', seal: 1, reason: '存疑' },
      { do: 'seal' },
    )
    expect(again).toMatchObject({ kind: 'sealed', seal: 2 })
  })

  test('a corrected year resumes its phase; units see the earlier seal until the new one is released', () => {
    const done = after(
      approved('rectifying', true),
      { do: 'correct', seal: 1, reason: '录错' },
      { do: 'seal' },
      { do: 'approve', seal: 2 },
    )
    expect(done).toEqual({ kind: 'approved', phase: 'rectifying', seal: 2, released: 1 })
    expect(decideCycle(done, { do: 'move', from: 'rectifying', to: 'published' }, TODAY)).toMatchObject({
      code: 'phaseWaitsForRelease',
    })
    expect(decideCycle(done, { do: 'release', seal: 1 }, TODAY)).toMatchObject({ code: 'sealNotLatest' })
    const released = after(done, { do: 'release', seal: 2 })
    expect(released).toMatchObject({ seal: 2, released: 2 })
    expect(decideCycle(released, { do: 'release', seal: 2 }, TODAY)).toMatchObject({
      code: 'alreadyReleased',
    })
  })

  test('a correction returned by the leading group is open again', () => {
    const back = after(
      approved('fedBack', true),
      { do: 'correct', seal: 1, reason: '录错' },
      { do: 'seal' },
      { do: 'return', seal: 2, reason: 'x' },
    )
    expect(back).toMatchObject({
      kind: 'correcting',
      seal: 2,
      corrects: { seal: 1, phase: 'fedBack' },
      released: 1,
    })
    expect(after(back, { do: 'seal' })).toMatchObject({ kind: 'sealed', seal: 3 })
  })

  test('an abandoned correction leaves the seal unchanged', () => {
    const given = approved('fedBack', true)
    expect(
      after(given, { do: 'correct', seal: 1, reason: '疑' }, { do: 'abandonCorrection', reason: '无误' }),
    ).toEqual(given)
    expect(
      after(sealed(), { do: 'correct', seal: 1, reason: '疑' }, { do: 'abandonCorrection', reason: '无误' }),
    ).toEqual(sealed())
  })

  test('an event out of order is a bug', () => {
    expect(() => evolveCycle(open('running'), { kind: 'released', seal: 1 })).toThrow(RangeError)
  })
})
