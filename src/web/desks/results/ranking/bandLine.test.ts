import { expect, test } from 'vitest'
import type { Ranking, RankingRow } from '../resultTypes.ts'
import { bandLine } from './bandLine.ts'

const names = new Map([['member', '所属单位']])
const bands: Ranking['bands'] = [
  { rule: 'a', name: '后3名扣3分', citation: '五（三）', by: 'fromBottom', from: 1, to: 3 },
  { rule: 'b', name: '后4至6名扣2分', citation: '五（三）', by: 'fromBottom', from: 4, to: 6 },
  { rule: 'c', name: '连续两年约谈', citation: '五（四）', by: 'fromBottom', from: 1, to: 3, years: 2 },
  { rule: 'd', name: '前2名通报表扬', citation: '五（一）', by: 'fromTop', from: 1, to: 2 },
]

function at(place: number, of = 20, more: Partial<NonNullable<RankingRow['standing']>> = {}): RankingRow {
  const standing = {
    ranking: 'all',
    of,
    place,
    fromBottom: of - place + 1,
    tiedWith: [],
    acrossEdge: false,
    decided: false,
    edgeBelow: false,
    bandsApply: 'yes' as const,
    ...more,
  }
  return {
    unit: `u${place}`,
    name: '',
    tier: 'lead',
    why: '',
    components: [],
    consequences: [],
    issues: 0,
    standing,
  }
}

test('五（三） a line marks where a band from the bottom begins, with its consequence and clause', () => {
  expect(bandLine(bands, names, at(15), at(14))).toBe('以下：后4至6名扣2分（五（三））')
  expect(bandLine(bands, names, at(18), at(17))).toBe(
    '以下：后3名扣3分，连续年度的另计（五（三）、五（四））',
  )
})

test('no line inside a band or where there is no band', () => {
  expect(bandLine(bands, names, at(19), at(18))).toBeUndefined()
  expect(bandLine(bands, names, at(9), at(8))).toBeUndefined()
})

test('a line marks where a band from the top ends', () => {
  expect(bandLine(bands, names, at(3), at(2))).toBe('以上：前2名通报表扬（五（一））')
})

test('a filtered list still shows the bands of its rows', () => {
  expect(bandLine(bands, names, at(20), at(5))).toContain('后3名扣3分')
})

test('bands that do not apply draw no line; undecided bands say so', () => {
  expect(bandLine(bands, names, at(15, 20, { bandsApply: 'no' }), at(14))).toBeUndefined()
  expect(bandLine(bands, names, at(15, 20, { bandsApply: 'undecided' }), at(14))).toContain(
    '待考核组织者决定',
  )
})

test('lines mark another ranking and the units without a place', () => {
  expect(bandLine(bands, names, at(1, 20, { ranking: 'member' }), at(20))).toBe('以下为“所属单位”')
  const { standing: _, ...absent } = at(1)
  expect(bandLine(bands, names, absent, at(20))).toBe('以下没有名次')
  expect(bandLine(bands, names, absent, absent)).toBeUndefined()
})
