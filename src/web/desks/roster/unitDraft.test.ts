import { expect, test } from 'vitest'
import type { UnitDetail } from './rosterTypes.ts'
import { bodyOf, differences, draftOf, emptyDraft, EMPTY_TERM, missingIn } from './unitDraft.ts'

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

const nameOf = (_: string, id: string) => id

test('what is not touched goes back as it came', () => {
  const body = bodyOf(draftOf(unit))
  expect(body.unit).toEqual({
    id: 'u1',
    name: '示范州林业局',
    kind: '机关',
    level: '正处级',
    tier: 'lead',
    affiliated: true,
    headedByLeader: false,
    opensOn: '2010-01-01',
    succeeds: ['u9'],
  })
  expect(body.holders).toEqual([
    { person: 'p1', name: '赵示安', post: '党组织书记', from: '2018-01-01' },
    { person: '钱示安', name: '钱示安', post: '副职', rank: 1 },
  ])
})

test('a term that nobody filled in is left out, and what is missing is said where it is', () => {
  const terms = {
    tiers: [{ id: 'lead', name: '牵头单位' }],
    cohorts: [],
    levels: ['正处级'],
    kinds: [],
    posts: ['党组织书记'],
  }
  const draft = emptyDraft(terms)
  expect(bodyOf(draft).holders).toEqual([])
  expect(missingIn(draft)).toEqual({
    id: '请填写单位编号',
    name: '请填写单位名称',
    kind: '请填写类别',
    tier: '请填写层级',
  })
  const holders = [
    { ...EMPTY_TERM, name: '孙示安', rank: '0' },
    { ...EMPTY_TERM, post: '副职', from: '2018-01-01' },
  ]
  expect(missingIn({ ...draftOf(unit), holders })).toEqual({
    'holders.0.post': '请填写职务',
    'holders.0.rank': '排序请填 1、2、3……',
    'holders.1.name': '请填写姓名',
  })
})

test('of two versions only what differs is shown, in words', () => {
  const mine = { ...draftOf(unit), name: '示范州林草局', holders: draftOf(unit).holders.slice(0, 1) }
  expect(differences(draftOf(unit), mine, nameOf)).toEqual([
    { label: '单位名称', theirs: '示范州林业局', mine: '示范州林草局' },
    {
      label: '任职',
      theirs: '赵示安（党组织书记，2018年1月1日至今）；钱示安（副职，排序1）',
      mine: '赵示安（党组织书记，2018年1月1日至今）',
    },
  ])
})
