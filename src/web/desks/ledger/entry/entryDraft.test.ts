import { expect, test } from 'vitest'
import type { Kind } from '../ledgerTypes.ts'
import { blankValues, sentOf } from '../../../kit/form/formValues.ts'
import { bodyOf, draftFields, faultsOf, holds, newDraft, periodOf, suggestTitle } from './entryDraft.ts'

const monthly: Kind = {
  kind: 'themedPartyDay',
  name: '主题党日',
  counts: true,
  per: 'month',
  told: '每月1次',
}
test('the day is today without a requested period or with the current one; with another period it is left empty', () => {
  expect(newDraft('2018-12-24', {})).toMatchObject({ kind: '', happenedOn: '2018-12-24', period: '' })
  expect(newDraft('2018-12-24', { kind: 'a', period: '2018-12' })).toMatchObject({
    kind: 'a',
    happenedOn: '2018-12-24',
    period: '',
  })
  expect(newDraft('2018-12-24', { kind: 'a', period: '2018-09' })).toMatchObject({
    happenedOn: '',
    period: '2018-09',
  })
  expect(newDraft('2018-12-24', { kind: 'a', period: '2018' })).toMatchObject({
    happenedOn: '2018-12-24',
    period: '',
  })
})

test('a day lies in its month, its quarter and its year', () => {
  expect(
    ['2018-11', '2018-12', '2018-Q3', '2018-Q4', '2017-Q4', '2018', '2017'].filter(period =>
      holds(period, '2018-12-24'),
    ),
  ).toEqual(['2018-12', '2018-Q4', '2018'])
  const day = { happenedOn: '2018-09-30', period: '' }
  expect(periodOf(day, monthly)).toBe('2018-09')
  expect(periodOf(day, { ...monthly, per: 'quarter' })).toBe('2018-Q3')
  expect(periodOf(day, undefined)).toBe('2018-09')
  expect(periodOf({ ...day, period: '2018-08' }, monthly)).toBe('2018-08')
  expect(periodOf({ happenedOn: '', period: '' }, monthly)).toBeUndefined()
  expect([holds('', '2018-09-30'), holds('2018-09', '')]).toEqual([false, false])
})

test('the title is derived from the duty and the day', () => {
  expect(suggestTitle(monthly, '2018-09-07')).toBe('2018年9月主题党日')
  expect(suggestTitle(monthly, '')).toBe('')
  expect(suggestTitle(undefined, '2018-09-07')).toBe('')
})

const blank = { ...blankValues(draftFields), ...newDraft('2018-12-24', { kind: 'themedPartyDay' }) }

test('a title that cannot be derived is missing; an invalid number is reported', () => {
  expect(faultsOf(blank, '').title).toBe('请填写标题。')
  expect(faultsOf({ participants: '二十' }, '主题党日')).toEqual({
    participants: '人数请填整数，例如 23。',
  })
  expect(faultsOf({ participants: '23' }, '主题党日')).toEqual({})
})

test('only the given fields are sent', () => {
  const { reason: _, ...draft } = sentOf(draftFields, {
    ...blank,
    participants: '23',
    note: ' 全体党员 ',
    lateReason: '忘记登记',
  })
  expect(bodyOf(draft, '主题党日', false)).toEqual({
    kind: 'themedPartyDay',
    title: '主题党日',
    happenedOn: '2018-12-24',
    participants: 23,
    note: '全体党员',
    rows: [],
    files: [],
    twinMeant: false,
  })
  expect(bodyOf({ ...draft, period: '2018-11' }, '主题党日', true)).toMatchObject({
    period: '2018-11',
    lateReason: '忘记登记',
  })
})
