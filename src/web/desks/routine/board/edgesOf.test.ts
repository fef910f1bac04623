import { expect, test } from 'vitest'
import type { Member } from '../routineTypes.ts'
import { edgesOf } from './edgesOf.ts'

const GRADES = [
  { id: 'good', name: '好' },
  { id: 'fair', name: '较好' },
  { id: 'ordinary', name: '一般' },
]

function member(unit: string, grade: string | null, faults: number): Member {
  return { unit, unitName: unit, grade, faults, reason: '', revision: 0, ownRecords: 0, own: false }
}

test('the members at each grade boundary are found, and whether their ledgers contradict the grades', () => {
  const members = [
    member('甲', 'good', 0),
    member('乙', 'good', 2),
    member('丙', 'fair', 1),
    member('丁', 'fair', 3),
    member('戊', null, 9),
  ]
  const edges = edgesOf(GRADES, members, one => one.faults)
  expect(edges.map(edge => [edge.upper.member.unit, edge.lower.member.unit, edge.crossed])).toEqual([
    ['乙', '丙', true],
  ])
  const all = edgesOf(GRADES, [...members, member('己', 'ordinary', 3)], one => one.faults)
  expect(all[1]).toMatchObject({
    upper: { member: { unit: '丁' } },
    lower: { member: { unit: '己' } },
    crossed: false,
  })
  expect(edgesOf(GRADES, [member('甲', 'ordinary', 0)], one => one.faults)).toEqual([])
})
