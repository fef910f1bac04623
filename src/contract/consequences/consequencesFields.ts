import { choiceField, dayField, reasonField, textField } from '../shape/field.ts'

/** Fields for serving a notice. */
export const serveFields = {
  to: textField('送达对象', { max: 200, lacks: '请填写送达给谁。' }),
  servedOn: dayField('送达日期'),
  text: textField('通知内容', {
    max: 4000,
    lines: 4,
    optional: true,
    hint: '单位在结果公布后可以看到。',
  }),
}

/** Fields for a reply to a notice. */
export const replyFields = {
  reply: reasonField('回复', {
    lines: 5,
    lacks: '请写明回复内容。',
    hint: '只能回复一次，保存后不能修改。',
  }),
}

/** Fields of arranging a talk. */
export const talkFields = {
  who: textField('谈话人', { max: 100, lacks: '请填写由谁谈话。' }),
  day: dayField('谈话日期'),
  place: textField('谈话地点', { max: 200, optional: true }),
}

/** Fields of the record of a talk. */
export const talkRecordFields = {
  heldOn: dayField('实际谈话日期'),
  present: textField('参加人', { max: 500, optional: true }),
  record: textField('谈话记录', { max: 10_000, lines: 6, lacks: '请写明谈话内容。' }),
  signedOn: dayField('双方签字日期', { optional: true, hint: '谈话人和谈话对象都签字后再填，可以后补。' }),
}

/** Fields of a step promised in a talk. */
export const promiseFields = {
  text: textField('承诺事项', { max: 1000, lines: 2 }),
  due: dayField('时限'),
}

/** Fields of settling a promised step. */
export const settleFields = {
  result: reasonField('办理结果'),
  doneOn: dayField('办结日期'),
}

/** Whose decision a proposal for reassignment needs, by cadre-management authority. */
export const authorityNames = {
  own: '本级管理的干部，向本级党委建议',
  superior: '上级主管部门管理的干部，按管理权限向主管部门建议',
} as const

/** What became of a proposal for reassignment. */
export const proposalOutcomeNames = {
  adopted: '采纳，已调整',
  other: '作其他处理',
  declined: '未采纳',
} as const

/** Fields of a proposal for reassignment. */
export const proposalFields = {
  authority: choiceField('干部管理权限', {
    look: 'radio',
    options: [
      { value: 'own', label: authorityNames.own },
      { value: 'superior', label: authorityNames.superior },
    ],
  }),
  who: textField('向谁提出', { max: 200, lacks: '请填写向哪个党委或主管部门提出。' }),
  day: dayField('提出日期'),
  record: reasonField('建议和理由', { lines: 5 }),
}

/** Fields of the outcome of a proposal. */
export const outcomeFields = {
  outcome: choiceField('结果', {
    look: 'radio',
    options: [
      { value: 'adopted', label: proposalOutcomeNames.adopted },
      { value: 'other', label: proposalOutcomeNames.other },
      { value: 'declined', label: proposalOutcomeNames.declined },
    ],
  }),
  outcomeOn: dayField('答复日期'),
  answer: reasonField('答复内容'),
}
