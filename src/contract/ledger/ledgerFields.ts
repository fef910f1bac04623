import { choicesField, dayField, openOptions, reasonField, textField } from '../shape/field.ts'

/** Fields of a new remedy item. */
export const remedyFields = {
  problem: reasonField('问题', { lines: 2, lacks: '请写明发现了什么问题。' }),
  measure: textField('措施', { max: 2000, lines: 2, optional: true }),
  deadline: dayField('期限', { optional: true }),
}

/** Fields of a ledger entry, besides its kind, period and files. */
export const entryFields = {
  happenedOn: dayField('哪一天办的', { lacks: '请选择哪一天办的。' }),
  lateReason: reasonField('补录的原因', { lines: 2, lacks: '期间的登记日期已过，请说明补录的原因。' }),
  title: textField('标题', { max: 200, optional: true, lacks: '请填写标题。' }),
  participants: textField('参加人数（可不填）', { max: 7, figures: true, optional: true }),
  note: textField('备注（可不填）', { max: 2000, lines: 2, optional: true }),
  rows: choicesField('还可用于评分细则的哪些行', {
    options: openOptions,
    optional: true,
    hint: '本事项对应的行已自动引用，一条台账可同时用于几行。',
  }),
  reason: reasonField('为什么更正', { lines: 2 }),
}
