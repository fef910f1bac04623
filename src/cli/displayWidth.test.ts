import { expect, test } from 'vitest'
import { displayWidth, padToWidth, wrapToWidth } from './displayWidth.ts'
import { printTable } from './printTable.ts'

test('a Chinese character is two columns wide, a letter one, a combining mark none', () => {
  expect(['示范州', 'SF001', '四.4', '（缺）', 'é', '𠮷', ''].map(displayWidth)).toEqual([
    6, 5, 4, 6, 1, 2, 0,
  ])
})

test('padding counts columns and never truncates', () => {
  expect([padToWidth('好', 4), padToWidth('9.5', 6, 'right'), padToWidth('示范州', 2)]).toEqual([
    '好  ',
    '   9.5',
    '示范州',
  ])
})

test('lines break between Chinese characters, never before a full stop, never inside a word', () => {
  expect(wrapToWidth('检查方案，列出 hengping 全部毛病。', 10)).toEqual([
    '检查方案，',
    '列出',
    'hengping',
    '全部毛病。',
  ])
  expect(wrapToWidth('缺：一个', 4)).toEqual(['缺：', '一个'])
  expect(wrapToWidth('', 10)).toEqual([''])
})

test('table columns align with their headings in any script', () => {
  const table = printTable(
    [{ heading: '名次', figures: true }, { heading: '单位' }, { heading: '得分', figures: true }],
    [
      ['1', '示范州林业局', '98.50'],
      ['12', 'A', '7.00'],
    ],
  )
  expect(table.split('\n')).toEqual([
    '名次  单位           得分',
    '----  ------------  -----',
    '   1  示范州林业局  98.50',
    '  12  A              7.00',
  ])
})
