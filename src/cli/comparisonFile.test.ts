import { expect, test } from 'vitest'
import type { Comparison } from '../domain/compare/compareOutcomes.ts'
import { points } from '../domain/kernel/points.ts'
import { comparisonCsv, comparisonJson } from './comparisonFile.ts'
import { describeComparison } from './describeComparison.ts'

const COMPARISON: Comparison = {
  stayed: 7,
  rulings: [{ id: 'R5', topic: 'gradePoints', from: '九五', to: '一百' }],
  causes: [
    { key: 'method routine', where: '日常管理', units: 2, effect: 2500, why: ['口径R5由“九五”改为“一百”'] },
  ],
  movements: [
    {
      unit: 'A1',
      name: '=HYPERLINK("x"),甲',
      from: { composite: points(90.5), place: 3, grade: '好', consequences: [] },
      to: { composite: points(89), place: 5, grade: '较好', consequences: [] },
      places: -2,
      points: points(-1.5),
      causes: [
        {
          kind: 'method',
          key: 'method routine',
          where: '日常管理',
          citation: '三（二）1',
          effect: -1500,
          why: ['口径R5由“九五”改为“一百”'],
        },
      ],
      notes: ['等次由“好”变为“较好”'],
    },
    {
      unit: 'A2',
      name: '乙',
      from: { consequences: [] },
      to: { composite: points(80), place: 6, consequences: [] },
      causes: [],
      notes: ['变动前不是考核对象'],
    },
  ],
}

test('as text: how many moved, what moved them, who moved farthest', () => {
  const told = describeComparison(COMPARISON)
  expect(told).toContain('有变动 2 个单位，无变动 7 个')
  expect(told).toContain('  · 口径R5由“九五”改为“一百”')
  expect(told).toMatch(/日常管理 +2 +1\.25 +口径R5/)
  expect(told).toContain('第3名→第5名（降2），90.50分→89.00分（-1.50分）')
  expect(told).toContain('    -1.50分  日常管理〔三（二）1〕：口径R5\n')
  expect(told).toContain('乙：无名次→第6名，缺分→80.00分')
})

test('as JSON: points are decimals', () => {
  const plain = JSON.parse(comparisonJson(COMPARISON)) as {
    moved: number
    movements: { points?: number; from: { composite?: number } }[]
  }
  expect([
    plain.moved,
    plain.movements[0]?.points,
    plain.movements[0]?.from.composite,
    plain.movements[1]?.points,
  ]).toEqual([2, -1.5, 90.5, undefined])
})

test('as CSV: byte order mark, CRLF, quotes, and no cell that a spreadsheet would run as a formula', () => {
  const csv = comparisonCsv(COMPARISON)
  expect(csv.startsWith('\ufeff单位编号,单位,')).toBe(true)
  const lines = csv.slice(1).split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe(
    'A1,"\'=HYPERLINK(""x""),甲",3,5,-2,90.5,89,-1.5,好,较好,日常管理 -1.5（口径R5由“九五”改为“一百”）,等次由“好”变为“较好”',
  )
  expect(lines[2]).toBe('A2,乙,,6,,,80,,,,,变动前不是考核对象')
})
