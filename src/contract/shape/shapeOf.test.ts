import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  choiceField,
  dayField,
  numberField,
  quarterOptions,
  textField,
  timeField,
  unitField,
} from './field.ts'
import { shapeOf } from './shapeOf.ts'

const body = z.strictObject(
  shapeOf({
    name: textField('名称', { max: 5 }),
    note: textField('备注', { max: 5, optional: true }),
    minutes: numberField('限时', { min: 3, max: 60 }),
    share: numberField('比例', { min: 0, max: 1, step: 0.1 }),
    on: dayField('日期', { optional: true }),
    at: timeField('时间', { optional: true }),
    quarter: choiceField('季度', { options: quarterOptions }),
    unit: unitField('单位', { units: [], optional: true }),
  }),
)
const whole = { name: '考核', minutes: 3, share: 0.5, quarter: 1 } as const

test('a body accepts what its fields allow, trimmed, and fields that may be left out', () => {
  expect(body.parse({ ...whole, name: ' 考核 ' })).toEqual({ ...whole, note: '' })
  expect(body.parse({ ...whole, on: '2018-12-21', at: '09:30', unit: 'U1' })).toMatchObject({
    on: '2018-12-21',
    at: '09:30',
    unit: 'U1',
  })
})

test('signs that nobody sees are not taken, nor counted', () => {
  const turned = ' \u202e考\u2066核\u2069\u200b\u200f\u202c '
  expect(body.parse({ ...whole, name: turned, note: turned })).toMatchObject({ name: '考核', note: '考核' })
})

test.each([
  { name: '' },
  { name: '\u202e\u202c' },
  { name: '一二三四五六' },
  { note: '一二三四五六' },
  { minutes: 2 },
  { minutes: 3.5 },
  { minutes: 61 },
  { share: 1.1 },
  { on: '2018-02-30' },
  { on: '' },
  { at: '9:30' },
  { at: '24:00' },
  { quarter: 5 },
  { unit: '' },
  { other: 1 },
])('a body refuses %j', part => {
  expect(body.safeParse({ ...whole, ...part }).success).toBe(false)
})

test('the label describes the field of the route', () => {
  expect(z.toJSONSchema(body, { io: 'input' })).toMatchObject({
    properties: { name: { description: '名称', maxLength: 5 }, note: { description: '备注', default: '' } },
    required: ['name', 'minutes', 'share', 'quarter'],
  })
})
