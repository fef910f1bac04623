import {
  choiceField,
  dayField,
  flagField,
  namesField,
  numberField,
  textField,
  timeField,
} from '../shape/field.ts'

/** Fields of the plan of a meeting. */
export const planFields = {
  heldOn: dayField('开会日期'),
  startsAt: timeField('开会时间', { optional: true }),
  place: textField('地点', { max: 200 }),
  minutes: numberField('每人述职（分钟）', { min: 1, max: 60 }),
  convenor: textField('主持人', { max: 50 }),
  teller: textField('计票人', { max: 50 }),
  scrutineer: textField('监票人', { max: 50 }),
  supervisors: namesField('监督指导人员', { max: 10, optional: true }),
  reviewAfterEach: choiceField('评议方式', {
    options: [
      { value: false, label: '全部述职后集中评议' },
      { value: true, label: '一述一评，述完后一次投出' },
    ],
    look: 'radio',
  }),
  phones: choiceField('用什么投票', {
    options: [
      { value: true, label: '手机，也可用纸质票' },
      { value: false, label: '只用纸质票，不带手机进场' },
    ],
    look: 'radio',
  }),
  rehearsal: flagField('这是演练，不计成绩'),
}

/** Fields for the number of voters of a class. */
export const classFields = {
  expected: numberField('应到人数', { min: 0, max: 2000 }),
  present: numberField('实到人数', { min: 0, max: 2000 }),
}
