import { expect, test } from 'vitest'
import {
  choiceField,
  choicesField,
  dayField,
  numberField,
  reasonField,
  textField,
  timeField,
  unitField,
} from '../../../contract/shape/field.ts'
import { blankValues, faultOf, ownField, printValue, sentOf, unreadFault } from './formValues.ts'

const fields = {
  name: textField('名称', { max: 100 }),
  note: textField('备注', { max: 100, optional: true }),
  on: dayField('日期', { optional: true }),
  at: timeField('时间', { optional: true }),
  team: numberField('组别', { min: 1, max: 9, unit: '组', optional: true }),
  size: choiceField('每组人数', { options: [{ value: 2, label: '两人' }] }),
  unit: unitField('单位', { units: [{ id: 'U1', name: '甲局' }], none: '本部', optional: true }),
  people: choicesField('人员', { options: [{ value: 'P1', label: '张三' }] }),
  own: ownField<number>({ start: 0, wrong: value => (value === 0 ? '请选择' : undefined), show: () => null }),
}

test('an empty form holds blanks', () => {
  expect(blankValues(fields)).toEqual({
    name: '',
    note: '',
    on: '',
    at: '',
    team: undefined,
    size: '',
    unit: '',
    people: [],
    own: 0,
  })
})

test.each([
  [fields.name, ' ', '请填写名称。'],
  [fields.name, ' \u200b', '请填写名称。'],
  [fields.name, '轮次', undefined],
  [fields.note, '', undefined],
  [fields.size, '', '请选择每组人数。'],
  [fields.team, 10, '组别应在1到9之间。'],
  [fields.team, 9, undefined],
  [fields.team, 2.5, '组别应为整数。'],
  [fields.name, '字'.repeat(100), undefined],
  [fields.name, ` ${'字'.repeat(102)} `, '名称最多100字，现有102字，请删去2字。'],
  [fields.people, [], '请选择人员。'],
  [reasonField('理由'), '', '请写明理由。'],
  [fields.own, 0, '请选择'],
  [fields.own, 1, undefined],
])('says what is wrong at the field: %#', (field, value, said) => {
  expect(faultOf(field, value)).toBe(said)
})

test.each([
  [fields.team, '一百', '“一百”不是数字，请填数字。'],
  [fields.on, '年底', '“年底”不是日期，请照“2018-12-21”的样子填。'],
  [fields.at, '上午', '“上午”不是时间，请照“9:30”的样子填。'],
  [fields.on, undefined, undefined],
])('names a text that cannot be read: %#', (field, typed, said) => {
  expect(unreadFault(field, typed)).toBe(said)
})

test('text is sent trimmed, and optional blank fields are left out', () => {
  const values = { ...blankValues(fields), name: ' 轮次 ', size: 2, people: ['P1'], own: 1 } as const
  expect(sentOf(fields, values)).toEqual({ name: '轮次', note: '', size: 2, people: ['P1'], own: 1 })
  expect(sentOf(fields, { ...values, on: '2018-12-21', at: '09:30', team: 3, unit: 'U1' })).toMatchObject({
    on: '2018-12-21',
    at: '09:30',
    team: 3,
    unit: 'U1',
  })
})

test.each([
  [fields.on, '2018-12-21', '2018年12月21日'],
  [fields.on, '', '无'],
  [fields.team, 3, '3组'],
  [fields.size, 2, '两人'],
  [fields.unit, 'U1', '甲局'],
  [fields.unit, '', '本部'],
  [fields.people, ['P1'], '张三'],
])('prints a value beside another: %#', (field, value, printed) => {
  expect(printValue(field, value)).toBe(printed)
})
