import { describe, expect, test } from 'vitest'
import { changeDraft, type DraftChange } from './changeDraft.ts'
import type { Draft } from './Draft.ts'
import { isBegun } from './isBegun.ts'
import { aDraft, aSignature } from '../../../../../tests/web/someDraft.ts'

let made = 0
const change = (draft: Draft, ...changes: readonly DraftChange[]): Draft =>
  changes.reduce(
    (now, each) => changeDraft(now, each, '2018-12-24T08:00:00.000Z', () => `new-${++made}`),
    draft,
  )
const count = (by: 1 | -1, most?: number): DraftChange => ({
  do: 'count',
  row: '四.1',
  rule: 'themedDays',
  by,
  ...(most && { most }),
})

describe('counting by taps', () => {
  test('each tap adds one up to the maximum of the rule; at zero the finding is removed', () => {
    const twice = change(aDraft(), count(1), count(1))
    expect(twice.findings).toMatchObject([{ row: '四.1', rule: 'themedDays', count: 2 }])
    expect(change(twice, count(1, 2)).findings[0]!.count).toBe(2)
    expect(change(twice, count(-1), count(-1)).findings).toEqual([])
    expect(change(aDraft(), count(-1)).findings).toEqual([])
  })

  test('counters of one rule are counted separately', () => {
    const of = (counter: string): DraftChange => ({
      do: 'count',
      row: '三.3',
      rule: 'studyAndResearch',
      counter,
      by: 1,
    })
    expect(
      change(aDraft(), of('fieldResearch'), of('fridayStudy'), of('fieldResearch')).findings.map(one => [
        one.counter,
        one.count,
      ]),
    ).toEqual([
      ['fieldResearch', 2],
      ['fridayStudy', 1],
    ])
  })

  test('a row with a finding is not clean; marking the remaining rows clean skips it', () => {
    const clean = change(aDraft(), { do: 'clean', rows: ['四.1', '四.2'], isClean: true })
    expect(change(clean, count(1)).clean).toEqual(['四.2'])
    expect(change(aDraft(), count(1), { do: 'clean', rows: ['四.1', '四.2'], isClean: true }).clean).toEqual([
      '四.2',
    ])
    expect(change(clean, { do: 'clean', rows: ['四.1'], isClean: false }).clean).toEqual(['四.2'])
  })

  test('a field set to nothing is removed', () => {
    const finding = {
      id: 'one',
      row: '二.2',
      rule: 'publicOpinion',
      count: 1,
      note: '',
      multiplier: 'double',
    }
    const set = change(
      aDraft(),
      { do: 'add', finding },
      { do: 'set', id: 'one', fields: { multiplier: undefined, note: '转载一次' } },
    )
    expect(set.findings).toEqual([
      { id: 'one', row: '二.2', rule: 'publicOpinion', count: 1, note: '转载一次' },
    ])
    expect(change(set, { do: 'remove', id: 'one' }).findings).toEqual([])
  })
})

describe('signatures', () => {
  const signed = change(
    aDraft(),
    { do: 'signInspector', signature: aSignature('核查员') },
    { do: 'signUnit', signature: { kind: 'signed', post: '', ...aSignature('单位') } },
  )

  test('a change of the signed content removes both signatures', () => {
    for (const each of [count(1), { do: 'note', text: '补记' }] as const) {
      const changed = change(signed, each)
      expect([changed.inspectorSignature, changed.unitSignature]).toEqual([undefined, undefined])
      expect(changed.unsigned).toEqual({ inspector: '核查员', unit: '单位' })
    }
    expect(
      change(signed, { do: 'signUnit', signature: { kind: 'refused', reason: '对结果有异议' } })
        .inspectorSignature,
    ).toBeDefined()
  })

  test('a corrected day keeps the signatures and says for which day they were given', () => {
    const mended = change(
      signed,
      { do: 'visitedOn', day: '2018-12-19' },
      { do: 'visitedOn', day: '2018-12-18' },
    )
    expect([mended.inspectorSignature, mended.unitSignature]).not.toContain(undefined)
    expect([mended.visitedOn, mended.signedFor]).toEqual(['2018-12-18', '2018-12-20'])
    expect(change(mended, { do: 'visitedOn', day: '2018-12-20' }).signedFor).toBeUndefined()
    const unsigned = change(aDraft(), { do: 'visitedOn', day: '2018-12-19' })
    expect(unsigned.signedFor).toBeUndefined()
  })

  test('who takes a draft over signs it anew; the unit does not; what may have arrived is not taken over', () => {
    const by = { do: 'takeOver', account: 'account-2', inspector: '第二核查组' } as const
    const taken = change(signed, by)
    expect(taken).toMatchObject({
      account: 'account-2',
      inspector: '第二核查组',
      takenOverFrom: '第一核查组',
    })
    expect([taken.inspectorSignature, taken.unitSignature?.kind]).toEqual([undefined, 'signed'])
    const waiting = change(signed, { do: 'finish', schemeHash: 'abc' })
    expect(change(waiting, by).stage).toEqual({ kind: 'filling' })
    const unsure = { ...waiting, stage: { ...waiting.stage, perhapsSent: true } } as Draft
    expect(change(unsure, by)).toBe(unsure)
  })

  test('a waiting draft cannot be changed; it can be taken back unless it may have arrived', () => {
    const waiting = change(signed, { do: 'finish', schemeHash: 'abc' })
    expect(waiting.stage).toMatchObject({ kind: 'waiting', schemeHash: 'abc', perhapsSent: false })
    expect(change(waiting, count(1))).toBe(waiting)
    expect(change(waiting, { do: 'reopen' }).stage).toEqual({ kind: 'filling' })
    const unsure: Draft = {
      ...waiting,
      stage: { ...(waiting.stage as Extract<Draft['stage'], { kind: 'waiting' }>), perhapsSent: true },
    }
    expect(change(unsure, { do: 'reopen' })).toBe(unsure)
  })
})

test('a draft that was only opened does not count as unsent', () => {
  expect(isBegun(aDraft(), false)).toBe(false)
  expect(isBegun(aDraft(), true)).toBe(true)
  expect(isBegun(change(aDraft(), { do: 'clean', rows: ['四.1'], isClean: true }), false)).toBe(true)
  expect(isBegun(change(aDraft(), { do: 'rowNote', row: '四.1', text: '看了台账' }), false)).toBe(true)
})
