import {
  choiceField,
  dayField,
  openOptions,
  reasonField,
  textField,
  tracedReasonField,
} from '../shape/field.ts'

/** Fields of a meeting or return. */
export const occasionFields = {
  kind: choiceField('种类', {
    options: [
      { value: 'meeting', label: '会议' },
      { value: 'return', label: '材料或报表' },
    ],
  }),
  name: textField('名称', { max: 200, lacks: '请填写会议或材料的名称。' }),
  heldOn: dayField('开会日期'),
}

/** Fields of a deduction from a lead unit, besides its rule and amount. */
export const leadDutyFields = { foundOn: dayField('发现日期'), reason: reasonField('理由') }

/** Fields of the record that a unit missed no meeting and made no late or faulty return. */
export const noFaultsFields = { reason: reasonField('依据', { hint: '写明核对了哪些会议签到、报送登记。' }) }

/** Fields for correcting a record of a meeting or return. */
export const amendFields = {
  counter: choiceField('事项', { options: openOptions }),
  note: textField('备注', { max: 2000, optional: true }),
  reason: tracedReasonField('理由'),
}
