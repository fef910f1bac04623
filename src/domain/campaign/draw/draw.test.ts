import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { type DrawLine, listHead, listText, parseListText } from './drawList.ts'
import { drawLots, orderLots } from './drawLots.ts'
import { seedOf } from './drawSeed.ts'
import { numberLines } from './numberLines.ts'
import { readListRows, readListText } from './readListRows.ts'
import { sha256 } from '../../../files/sha256.ts'
import { sized } from '../../../../tests/longRun.ts'

const lists = fc
  .uniqueArray(fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), { minLength: 1, maxLength: 40 })
  .map(ids =>
    ids.map((id, at): DrawLine => ({
      id,
      name: `名${at}`,
      ...(at % 2 === 0 ? { branch: `支部${at % 3}` } : {}),
    })),
  )

test('四（二） the draw order does not depend on the order of the input; the first lines are drawn', () => {
  fc.assert(
    fc.property(
      lists,
      fc.stringMatching(/^\d{4,10}$/),
      fc.integer({ min: 1, max: 10 }),
      (lines, seed, take) => {
        const lots = orderLots('f', seed, lines, sha256)
        expect(lots.map(lot => lot.line.id).toSorted()).toEqual(lines.map(line => line.id).toSorted())
        expect(lots.map(lot => lot.hash)).toEqual(lots.map(lot => lot.hash).toSorted())
        expect(orderLots('f', seed, lines.toReversed(), sha256)).toEqual(lots)
        expect(drawLots('f', seed, lines, take, sha256)).toEqual(lots.slice(0, Math.min(take, lines.length)))
      },
    ),
    { numRuns: sized(200, 40) },
  )
})

test('lines with equal hashes are ordered by id', () => {
  const lines = ['b', 'a', 'c'].map(id => ({ id, name: id }))
  expect(orderLots('f', '1', lines, () => 'same').map(lot => lot.line.id)).toEqual(['a', 'b', 'c'])
})

test('a list text reads back unchanged and has one form for any order of lines', () => {
  fc.assert(
    fc.property(lists, lines => {
      const head = listHead(2018, 'U1', 'member')
      const text = listText(head, lines)
      const read = parseListText(text)
      expect(read.head).toBe(head)
      expect(listText(read.head, read.lines)).toBe(text)
      expect(listText(head, lines.toReversed())).toBe(text)
    }),
    { numRuns: sized(200, 40) },
  )
  expect(listText(listHead(2018, 'U1', 'branch'), [{ id: '1', name: '甲' }])).not.toBe(
    listText(listHead(2018, 'U2', 'branch'), [{ id: '1', name: '甲' }]),
  )
})

test('a seed is the dice in a row or two numbers joined by a hyphen; full-width digits and spaces do not change it', () => {
  const dice = (text: string) => seedOf('dice', [{ by: '甲', text }])
  expect(dice('3 1 4 1 5 2 6 5')).toBe('31415265')
  expect(dice('３１４１５２６５')).toBe('31415265')
  expect(dice('3141527')).toMatchObject({ code: 'drawDiceWrong' })
  expect(dice('31415278')).toMatchObject({ code: 'drawDiceWrong' })
  const two = (one: string, other: string) =>
    seedOf(
      'parties',
      [one, other].map(text => ({ by: '甲', text })),
    )
  expect(two('0042', '9 1 7 5')).toBe('0042-9175')
  expect(two('0042', '')).toMatchObject({ code: 'drawSeedMissing' })
  expect(two('0042', '917')).toMatchObject({ code: 'drawNumberWrong' })
  expect(seedOf('parties', [{ by: '甲', text: '0042' }])).toMatchObject({ code: 'drawSeedMissing' })
})

test('pasted text reads with or without column names; running numbers are ignored, duplicates and private numbers are refused by row', () => {
  const read = (text: string) => {
    const reading = readListText('member', text)
    if (isRefusal(reading)) return reading.code
    return [
      reading.lines.map(line => [line.id, line.name, line.branch].filter(Boolean).join('/')),
      reading.refused.map(one => [one.row, one.why.code]),
    ]
  }
  expect(read('张三\t第一支部\n\n李四，第二支部\n')).toEqual([['张三/第一支部', '李四/第二支部'], []])
  expect(read('1\t张三\t第一支部\n2\t李四\t')).toEqual([['张三/第一支部', '李四'], []])
  expect(read('编号\t所在支部\t姓名\nA1\t第一支部\t张三\nA1\t第一支部\t李四')).toEqual([
    ['A1/张三/第一支部'],
    [[3, 'drawIdTwice']],
  ])
  expect(read('姓名\n张三\n张三\n 张三13800138000\n王五')).toEqual([
    ['张三', '王五'],
    [
      [3, 'drawLineTwice'],
      [4, 'drawLineNumber'],
    ],
  ])
  expect(read(`姓名\n${'长'.repeat(61)}\n李四`)).toEqual([['李四'], [[2, 'drawLineTooLong']]])
  expect(read('姓名\t所在支部\n\t第一支部\n李四\t')).toEqual([['李四'], [[2, 'drawLineNoName']]])
  expect(read('编号\t姓名\n13800138000\t张三\n甲\t李四')).toEqual([
    [],
    [
      [2, 'drawIdWrong'],
      [3, 'drawIdWrong'],
    ],
  ])
  // drawLineFooter: what stands above and below a table is nobody
  expect(
    read('党员花名册\n序号\t党员姓名\t所属党支部\n1\t张三\t一\n2\t李\u200b四\t二\n合计\t2人\n制表人：试某'),
  ).toEqual([
    ['张三/一', '李四/二'],
    [
      [5, 'drawLineFooter'],
      [6, 'drawLineFooter'],
    ],
  ])
  expect(read('张三\n合计：2人\n制表人：试某')).toEqual([
    ['张三'],
    [
      [2, 'drawLineFooter'],
      [3, 'drawLineFooter'],
    ],
  ])
  expect(read('姓名\t身份证号\n张三\t1')).toBe('drawColumnRefused')
  expect(read('序号\t单位\n1\t甲')).toBe('drawNoNameColumn')
  expect(read('\n \n')).toBe('drawListEmpty')
  expect(
    readListRows(
      'branch',
      Array.from({ length: 5001 }, (_, row) => ({ row, cells: [`支部${row}`] })),
    ),
  ).toMatchObject({ code: 'drawListTooLong' })
})

test('an id stays with its line and is never reused', () => {
  const first = numberLines([{ name: '甲' }, { name: '乙' }, { name: '丙', branch: '一' }], [])
  expect(first.map(line => line.id)).toEqual(['001', '002', '003'])
  const second = numberLines([{ name: '丁' }, { name: '丙', branch: '一' }, { name: '甲' }], first)
  expect(second.map(line => [line.id, line.name])).toEqual([
    ['001', '甲'],
    ['003', '丙'],
    ['004', '丁'],
  ])
})
