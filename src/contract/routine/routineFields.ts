import { choiceField, dayField, reasonField, textField } from '../shape/field.ts'

/** Holds what a meeting or a return asks for. */
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

/** Holds what a deduction from a lead unit asks for beside its rule and amount. */
export const leadDutyFields = { foundOn: dayField('发现日期'), reason: reasonField('理由') }
