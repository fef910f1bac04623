import { expect, test } from 'vitest'
import { unitFields } from '../../../contract/roster/rosterFields.ts'
import { sentOf } from '../../kit/form/formValues.ts'
import type { UnitDetail } from './rosterTypes.ts'
import { describeTerms, EMPTY_TERM, holdersOf, missingIn, valuesOf } from './unitDraft.ts'

const unit: UnitDetail = {
  id: 'u1',
  name: '示范州林业局',
  kind: '机关',
  level: '正处级',
  tier: 'lead',
  affiliated: true,
  headedByLeader: false,
  opensOn: '2010-01-01',
  succeeds: ['u9'],
  holders: [
    { person: 'p1', name: '赵示安', post: '党组织书记', from: '2018-01-01', answers: true },
    { person: '钱示安', name: '钱示安', post: '副职', rank: 1, answers: false },
  ],
  members: [],
  mergedFrom: [],
  facts: 0,
  revision: 3,
  changedBy: '示清',
  changedAt: '2018-12-01T00:00:00.000Z',
}

test('untouched fields are sent back unchanged', () => {
  const values = valuesOf(unit)
  expect(sentOf(unitFields, values)).toEqual({
    id: 'u1',
    name: '示范州林业局',
    kind: '机关',
    level: '正处级',
    tier: 'lead',
    affiliated: true,
    headedByLeader: false,
    opensOn: '2010-01-01',
  })
  expect(holdersOf(values.holders)).toEqual([
    { person: 'p1', name: '赵示安', post: '党组织书记', from: '2018-01-01' },
    { person: '钱示安', name: '钱示安', post: '副职', rank: 1 },
  ])
})

test('an empty term is omitted, and each missing field is reported in its place', () => {
  const blank = { ...EMPTY_TERM, post: '党组织书记' }
  expect([holdersOf([blank]), missingIn([blank])]).toEqual([[], {}])
  const terms = [
    { ...EMPTY_TERM, name: '孙示安', rank: '0' },
    { ...EMPTY_TERM, post: '副职', from: '2018-01-01' },
  ]
  expect(missingIn(terms)).toEqual({
    '0.post': '请填写职务',
    '0.rank': '排序请填 1、2、3……',
    '1.name': '请填写姓名',
  })
})

test('terms are described in words next to those saved by somebody else', () => {
  expect(describeTerms(valuesOf(unit).holders)).toBe(
    '赵示安（党组织书记，2018年1月1日至今）；钱示安（副职，排序1）',
  )
  expect(describeTerms([EMPTY_TERM])).toBe('无')
})
