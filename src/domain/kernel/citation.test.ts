import { expect, test } from 'vitest'
import { compareCitations, parseCitation, parseNumeral, printCitation, printNumeral } from './citation.ts'

test.each([
  ['三（二）1', { annex: false, steps: [3, 2, 1] }],
  ['三(二)１', { annex: false, steps: [3, 2, 1] }],
  ['三 （ 二 ） 12', { annex: false, steps: [3, 2, 12] }],
  ['一', { annex: false, steps: [1] }],
  ['十二（十一）', { annex: false, steps: [12, 11] }],
  ['附件 四.4', { annex: true, steps: [4, 4] }],
  ['附件四．４', { annex: true, steps: [4, 4] }],
  ['附件 八', { annex: true, steps: [8] }],
  ['附件', { annex: true, steps: [] }],
])('%s is read', (text, path) => {
  expect(parseCitation(text)).toEqual(path)
})

test.each([
  '',
  '三（二',
  '第三条',
  '附件 4.4',
  '三（二）0',
  '附件 四.0',
  '附件 四.123',
  '三二',
  '十十',
  '（二）',
  '三（廿）',
  '附件 二一.1',
  '附件 甲.1',
  '二一（一）',
  '三（二一）1',
  '附件四.4.1',
  '三（二）123',
  '三.2',
])('%j is not a citation', text => {
  expect(parseCitation(text)).toBeUndefined()
})

test.each(['三（二）1', '附件 四.4', '附件 八', '五（四）', '一', '附件', '十二（二十）'])(
  '%s prints as it was parsed',
  text => {
    expect(printCitation(parseCitation(text)!)).toBe(text)
  },
)

test('numerals from 1 to 99 print and parse back', () => {
  for (let value = 1; value <= 99; value++) expect(parseNumeral(printNumeral(value))).toBe(value)
  expect([printNumeral(10), printNumeral(12), printNumeral(20), printNumeral(21)]).toEqual([
    '十',
    '十二',
    '二十',
    '二十一',
  ])
  expect([parseNumeral(''), parseNumeral('二一'), parseNumeral('百')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('citations sort body before annex, then step by step; other texts come last', () => {
  const sorted = [
    '附件 一.1',
    '三（二）2',
    '三',
    '附件 四.10',
    '不是',
    '三（二）1',
    '附件 四.4',
    '一',
    '三（十）',
    '三（二）',
    '乱写',
  ]
  expect(sorted.toSorted(compareCitations)).toEqual([
    '一',
    '三',
    '三（二）',
    '三（二）1',
    '三（二）2',
    '三（十）',
    '附件 一.1',
    '附件 四.4',
    '附件 四.10',
    '不是',
    '乱写',
  ])
  expect([
    compareCitations('三', '三（一）'),
    compareCitations('三（一）', '三'),
    compareCitations('三（二）', '三（二）1'),
  ]).toEqual([-1, 1, -1])
  expect([compareCitations('三(二)1', '三（二）1'), compareCitations('乱', '乱')]).toEqual([0, 0])
  expect(
    [
      compareCitations('一', '乱'),
      compareCitations('乱', '一'),
      compareCitations('乙', '甲'),
      compareCitations('甲', '乙'),
    ].map(Math.sign),
  ).toEqual([-1, 1, -1, 1])
  expect(
    [
      compareCitations('附件 一.1', '三'),
      compareCitations('三', '附件 一.1'),
      compareCitations('三（二）', '三'),
      compareCitations('附件', '附件 一'),
    ].map(Math.sign),
  ).toEqual([1, -1, 1, -1])
})
