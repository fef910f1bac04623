import { choicesField, numberField, openOptions, textField } from '../shape/field.ts'

/** Fields of a test besides its quarter. */
export const testFields = {
  minutes: numberField('限时（分钟）', { min: 3, max: 60 }),
  graceMinutes: numberField('断网补交的宽限（分钟）', {
    min: 0,
    max: 60,
    hint: '时限内作答、因断网没有传到的，在时限后这些分钟内传到仍有效；填0则到时只算已传到的。',
  }),
  passPercent: numberField('合格线（%）', { min: 1, max: 100 }),
  name: textField('名称', { max: 200 }),
}

/** Fields for the number of questions of each kind in a test. */
export const countFields = {
  single: numberField('单选题', { min: 0, max: 50 }),
  multiple: numberField('多选题', { min: 0, max: 50 }),
  judge: numberField('判断题', { min: 0, max: 50 }),
}

/** Text fields of a question. */
export const questionFields = {
  topic: textField('主题', { max: 50 }),
  stem: textField('题干', { max: 1000, lines: 3 }),
}

/** Fields for papers of chosen units. */
export const paperFields = {
  units: choicesField('单位', { options: openOptions, placeholder: '可选多个单位', optional: true }),
  seats: numberField('每个单位的份数', { min: 1, max: 30 }),
}
