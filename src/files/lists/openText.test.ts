import { expect, test } from 'vitest'
import { isRefusal } from '../../domain/kernel/refusal.ts'
import { defineList } from './defineList.ts'
import { readList } from './readList.ts'

const list = defineList({
  name: '人员',
  most: 5,
  text: true,
  columns: [{ name: '姓名', also: ['名字'], wanted: true }, { name: '编号' }, { name: '日期' }],
  read: (line, _none: undefined) => [line.text('姓名'), line.code('编号'), line.day('日期')],
})

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reading = readList(list, bytes, undefined)
  if (isRefusal(reading)) return reading.code
  const { accepted, refused, notices } = reading
  return {
    rows: accepted.map(({ row, value }) => [row, ...value.filter(Boolean)].join(' ')),
    refused: refused.map(({ cell, reason }) => `${cell ?? ''} ${reason.slice(0, 12)}`),
    told: notices.map(({ sentence }) => sentence),
  }
}

test('pasted rows are read with and without headings, by tab or by comma of either width', () => {
  expect(read('张三\tP1\t2018年7月6日\r\n\r\n李四\tＰ２')).toEqual({
    rows: ['1 张三 P1 2018-07-06', '3 李四 P2'],
    refused: [],
    told: [],
  })
  expect(read('党员名册\n编号，名字\nP1，张三')).toMatchObject({
    rows: ['3 张三 P1'],
    told: ['已当作“姓名”列读入'],
  })
  expect(read('\uFEFF姓名,编号\n"张,""三""\n大",P1\n李四,P2')).toMatchObject({
    rows: ['2 张,"三"\n大 P1', '4 李四 P2'],
  })
})

test('rounded numbers, errors, totals and signatures are refused as in a workbook, and too many rows, too', () => {
  expect(read('姓名\t编号\n张三\t4.33E+17\n李四\t#N/A\n合计\t2人\n制表人：试某')).toMatchObject({
    rows: [],
    refused: [
      expect.stringContaining('B2 “433'),
      'B3 公式的结果是错误值 #N',
      'A4 “合计”是合计或落款，不',
      'A5 “制表人：试某”是合计或',
    ],
  })
  expect(read('姓名\n'.concat('张三\n'.repeat(6)))).toBe('tableRowsTooMany')
  expect(read('编号\t日期\n1\t2018-07-06')).toBe('tableHeadingsMissing')
})

test('a CSV file of a Chinese Excel (GBK) or in UTF-16 is read; bytes that are no text are not', () => {
  expect(read(new Uint8Array([0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x50, 0x31]))).toMatchObject({
    rows: ['1 张三 P1'],
  })
  const wide = new Uint8Array(Buffer.from('\uFEFF张三\tP1', 'utf16le'))
  expect(read(wide)).toMatchObject({ rows: ['1 张三 P1'] })
  expect(read(new Uint8Array([0xff, 0xff, 0x80]))).toBe('notWorkbook')
})
