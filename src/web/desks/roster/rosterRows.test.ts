import { expect, test } from 'vitest'
import { rosterRows, describeRoster } from './rosterRows.ts'
import type { Roster, RosterUnit } from './rosterTypes.ts'

const why = '以党组织书记为考核对象'

function unit(id: string, more: Partial<RosterUnit> = {}): RosterUnit {
  const core = { kind: '机关', level: '正处级', tier: 'member', affiliated: true, headedByLeader: false }
  return { id, name: `示范州${id}`, ...core, answers: { name: '赵示安', why }, ...more }
}

const roster: Roster = {
  year: 2018,
  whole: true,
  units: [
    unit('气象局', { tier: 'direct' }),
    unit('种苗站', { leadUnit: '林业局', answers: { why } }),
    unit('林业局', { tier: 'lead' }),
    unit('林校', { leadUnit: '林业局', closesOn: '2018-06-30' }),
    unit('协会', { affiliated: false, outside: '不归口', answers: undefined }),
  ],
  terms: { tiers: [{ id: 'lead', name: '牵头单位' }], cohorts: [], levels: [], kinds: [], posts: [] },
}

test('a lead unit comes directly above its members; units that lead nobody come last', () => {
  expect(rosterRows(roster).map(row => [row.unit.id, row.isMember, row.group, row.tier])).toEqual([
    ['林业局', false, '示范州林业局系统', '牵头单位'],
    ['种苗站', true, '示范州林业局系统', 'member'],
    ['林校', true, '示范州林业局系统', 'member'],
    ['气象局', false, '没有所属单位的单位', 'direct'],
    ['协会', false, '没有所属单位的单位', 'member'],
  ])
})

test('a lead unit that is not visible is still named', () => {
  const own = {
    ...roster,
    whole: false,
    units: [unit('种苗站', { leadUnit: '林业局', leadName: '示范州林业局' })],
  }
  expect(rosterRows(own).map(row => [row.lead, row.group])).toEqual([['示范州林业局', '没有所属单位的单位']])
})

test('units with nobody answering are counted', () => {
  const rows = rosterRows(roster)
  expect(rows.map(row => row.state)).toEqual(['列入考核', '缺考核对象', '已撤销', '列入考核', '不列入考核'])
  expect(describeRoster(rows)).toEqual({ told: '5个单位，牵头单位1个，列入考核3个', missing: 1 })
})
