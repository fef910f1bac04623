import { dayField, textField } from '../shape/field.ts'

/** Fields for confirming rulings (口径) as they stand. */
export const confirmFields = {
  settledBy: textField('答复者', { max: 200 }),
  settledOn: dayField('答复日期', { lacks: '请选择答复日期。' }),
}
