import { choiceField, reasonField } from '../shape/field.ts'

/** Fields of an objection to a deduction for lead duty. */
export const dutyObjectionFields = { objection: reasonField('异议和依据') }

/** Fields of the decision on an objection. */
export const dutyAnswerFields = {
  outcome: choiceField('决定', {
    look: 'radio',
    options: [
      { value: 'kept', label: '维持扣分' },
      { value: 'upheld', label: '异议成立，撤回扣分' },
    ],
  }),
  answer: reasonField('理由'),
}
