import { choicesField, reasonField, textField } from '../shape/field.ts'
import { planFields } from './meetingFields.ts'

const { rehearsal: _, supervisors: __, ...plan } = planFields

/** Fields of the plan of a meeting of dual debriefs (双述双评会议); the page adds which of the debriefs it is, and who may be chosen. */
export const debriefMeetingFields = {
  people: choicesField('述职的人', { options: [], lacks: '请至少选择一名述职的人。' }),
  before: textField('向谁述职', { max: 200, placeholder: '如：第一党支部党员大会' }),
  ...plan,
}

/** Fields with which the count of the ballots is recorded. */
export const debriefRecordFields = {
  lateReason: reasonField('补录的原因（按时登记的不填）', { lines: 2, optional: true }),
}
