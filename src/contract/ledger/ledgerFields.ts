import { dayField, reasonField, textField } from '../shape/field.ts'

/** Fields of a new remedy item. */
export const remedyFields = {
  problem: reasonField('问题', { lines: 2, lacks: '请写明发现了什么问题。' }),
  measure: textField('措施', { max: 2000, lines: 2, optional: true }),
  deadline: dayField('期限', { optional: true }),
}
