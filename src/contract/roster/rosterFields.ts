import { dayField, textField, unitField } from '../shape/field.ts'

/** Holds what a change of name asks for. */
export const renameFields = {
  name: textField('新名称', { max: 200, focus: true }),
  on: dayField('自何日起', { lacks: '请选择日期' }),
}

/** Holds what a merger of units asks for. */
export const mergerFields = {
  into: unitField('并入哪个单位', { units: [], lacks: '请选择单位' }),
  on: dayField('自何日起', { lacks: '请选择日期' }),
}
