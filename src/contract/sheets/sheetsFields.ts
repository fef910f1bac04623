import { numberField } from '../shape/field.ts'

/** Field for how long a unit has to reply. */
export const replySettingFields = {
  replyDays: numberField('单位签字后的工作日数', {
    min: 1,
    max: 60,
    hint: '只避开周六和周日，法定假日请自行加上。改动只对以后签字的核查表有效。',
  }),
}
