import { choiceField, dayField, flagField, reasonField, textField } from '../shape/field.ts'

/** Fields of a hand-in. */
export const handInFields = {
  shareReason: textField('篇幅比例的说明', {
    max: 2000,
    lines: 3,
    optional: true,
    hint: '成绩与问题的篇幅不在方案规定的范围内时填写。',
  }),
  declared: flagField('述职报告由本人撰写'),
}

/** Ways in which a report arrives beside the system. */
export const arrivalNames = { mail: '电子邮件', stick: '移动存储', paper: '纸质' } as const

/** Fields of a report taken in on the secretary's behalf. */
export const takeInFields = {
  how: choiceField('来件方式', {
    options: [
      { value: 'mail', label: arrivalNames.mail },
      { value: 'stick', label: arrivalNames.stick },
      { value: 'paper', label: arrivalNames.paper },
    ],
  }),
  arrivedOn: dayField('收到日期'),
  shareReason: handInFields.shareReason,
  overLimitReason: textField('准许超出字数的理由', { max: 2000, lines: 2, optional: true }),
}

/** Fields of the permission to exceed the limit. */
export const waiverFields = { reason: reasonField('准许超出字数的理由') }

/** Fields of a comment on a paragraph. */
export const commentFields = { text: textField('批注', { max: 2000, lines: 3 }) }

/** Fields of a return. */
export const returnFields = { reason: reasonField('退回理由') }

/** Fields of a proposal that is not recorded. */
export const dropLatenessFields = { reason: reasonField('不予登记的理由') }
