import { expect, test } from 'vitest'
import {
  compareCitations,
  isSameClause,
  normalCitation,
  parseCitation,
  parseNumeral,
  printCitation,
  printNumeral,
} from './citation.ts'

test.each([
  ['三（二）1', '三（二）1'],
  ['三(二)１', '三（二）1'],
  ['三 （ 二 ） 12', '三（二）12'],
  ['三、（二）1.', '三（二）1'],
  ['三（二）1（2）', '三（二）1（2）'],
  ['三（二）①', '三（二）①'],
  ['一', '一'],
  ['一、', '一'],
  ['（一）', '（一）'],
  ['十二（十一）', '十二（十一）'],
  ['1.2', '1.2'],
  ['1-2', '1.2'],
  ['1．2．3', '1.2.3'],
  ['三.2', '三.2'],
  ['A1', 'A1'],
  ['第三条第二款', '第三条第二款'],
  ['第三条 第2款第（一）项', '第三条第2款第（一）项'],
  ['第二章第十二条', '第二章第十二条'],
  ['第一百零五条', '第一百零五条'],
  ['第一部分（二）', '第一部分（二）'],
  ['序号14', '序号14'],
  ['序号 14', '序号14'],
  ['备注', '备注'],
  ['加分项3', '加分项3'],
  ['附件', '附件'],
  ['附件 四.4', '附件 四.4'],
  ['附件四．４', '附件 四.4'],
  ['附件 八', '附件 八'],
  ['附件 4.4', '附件 4.4'],
  ['附件四.4.1', '附件 四.4.1'],
  ['附件 二（一）1', '附件 二（一）1'],
  ['附件3', '附件3'],
  ['附件 3', '附件3'],
  ['附件3 一.1', '附件3 一.1'],
  ['附件３：一、1', '附件3 一.1'],
  ['附件1.2', '附件1 2'],
  ['附件2 序号14', '附件2 序号14'],
  ['附件3第二条', '附件3 第二条'],
  ['附表', '附表'],
  ['附表2 序号3', '附表2 序号3'],
  ['附录 说明2', '附录 说明2'],
  ['表2 序号3', '表2 序号3'],
])('%s is a citation, in normal form %s', (text, normal) => {
  const path = parseCitation(text)
  expect(path && printCitation(path)).toBe(normal)
  expect(parseCitation(normal)).toEqual(path)
})

test.each([
  '',
  '.',
  '三（二',
  '第三',
  '条',
  '表',
  '三（二）0',
  '附件 0',
  '附件 四.0',
  '附件 四.1234',
  '三二',
  '十十',
  '三（廿）',
  '附件 二一.1',
  '附件 甲.1',
  '附件 甲',
  '二一（一）',
  '三（二一）1',
  '三..2',
  '见第三条',
  '第三条之二说',
])('%j is not a citation', text => {
  expect(parseCitation(text)).toBeUndefined()
})

test('annex and steps are kept apart, with the mark of each step', () => {
  expect(parseCitation('附件3 第二条（一）5')).toEqual({
    annex: { name: '附件', number: 3 },
    steps: [
      { mark: '第一条', number: 2 },
      { mark: '（一）', number: 1 },
      { mark: '1', number: 5 },
    ],
  })
})

test('one clause written in two ways is one clause', () => {
  expect(isSameClause('三(二)1', '三（二）1')).toBe(true)
  expect(isSameClause('附件3：一、1', '附件3 一.1')).toBe(true)
  expect(isSameClause('第三条', '三')).toBe(false)
  expect([normalCitation('三(二)'), normalCitation('不是')]).toEqual(['三（二）', '不是'])
})

test('numerals from 1 to 999 print and parse back', () => {
  for (let value = 1; value <= 999; value++) expect(parseNumeral(printNumeral(value))).toBe(value)
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
