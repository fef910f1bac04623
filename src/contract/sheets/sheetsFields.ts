import { choiceField, numberField, reasonField } from '../shape/field.ts'

/** Field for how long a unit has to reply. */
export const replySettingFields = {
  replyDays: numberField('单位签字后的工作日数', {
    min: 1,
    max: 60,
    hint: '只避开周六和周日，法定假日请自行加上。改动只对以后签字的核查表有效。',
  }),
}

/** Fields of a decision on an objection. */
export const decisionFields = {
  ruling: choiceField('裁定', {
    look: 'bare',
    lacks: '请选择维持、改变或撤销。',
    options: [
      { value: 'uphold', label: '维持' },
      { value: 'change', label: '改变' },
      { value: 'drop', label: '撤销' },
    ],
  }),
  value: numberField('改为多少', { min: 1, max: 1000, optional: true }),
  reason: reasonField('理由', { lines: 4, hint: '单位会看到裁定和理由。' }),
}
