import { dayField, reasonField, textField } from '../shape/field.ts'

/** Fields of a supervisor's note. */
export const noteFields = { body: textField('监督指导记录', { max: 4000, lines: 4 }) }

/** Fields of a request for a recount. */
export const recountFields = { reason: reasonField('申请重新计票的理由') }

/** Fields of the answer to a request for a recount. */
export const recountAnswerFields = {
  answer: reasonField('答复', { hint: '写明怎样重新计票、结果是否改变。' }),
}

/** Fields of a meeting held by other means. */
export const elsewhereFields = {
  heldOn: dayField('开会日期'),
  place: textField('地点', { max: 200 }),
  teller: textField('计票人', { max: 50 }),
  scrutineer: textField('监票人', { max: 50 }),
}
