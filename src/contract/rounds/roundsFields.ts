import {
  choiceField,
  choicesField,
  dayField,
  flagField,
  namesField,
  numberField,
  textField,
  unitField,
} from '../shape/field.ts'

/** Fields of an inspector. */
export const inspectorFields = {
  name: textField('姓名', { max: 100 }),
  homeUnit: unitField('所在单位', {
    units: [],
    none: '组织考核者本部',
    optional: true,
    hint: '本单位和同属一个牵头单位的，都不会派去核查；组织考核者本部的人留空。',
  }),
  leadGroup: unitField('另须回避的系统', {
    units: [],
    none: '没有',
    optional: true,
    hint: '例如刚从那里调来，或有亲属在那里任职。',
  }),
}

/** Field for whether an inspector can be sent out. */
export const activeField = flagField('可派出核查')

/** Fields for the name and window of a round. */
export const roundFields = {
  name: textField('名称', { max: 100 }),
  from: dayField('开始日期'),
  to: dayField('结束日期'),
}

/** Fields that a proposed plan starts from. */
export const proposalFields = {
  teamSize: choiceField('每组人数', {
    options: [
      { value: 2, label: '两人' },
      { value: 3, label: '三人' },
    ],
  }),
  perDay: numberField('每组每天最多几个单位', { min: 1, max: 20 }),
  overlap: numberField('每人至少与几人同去过', {
    min: 0,
    max: 50,
    hint: '同去的人多，各人的尺度才好比较。',
  }),
  seed: textField('种子', {
    max: 100,
    optional: true,
    hint: '相同的种子、名册和人员，拟出的安排相同；想换一份就改几个字。',
  }),
}

/** Fields for the day and the team of an inspection. */
export const assignmentFields = {
  plannedOn: dayField('日期', { optional: true }),
  team: numberField('组别', {
    min: 1,
    max: 1000,
    optional: true,
    hint: '填组别后，可以直接用该组的人员。',
  }),
  note: textField('备注', { max: 500, optional: true }),
}

/** Field for who inspects a unit. */
export const crewField = choicesField('核查人员', {
  options: [],
  max: 10,
  optional: true,
  hint: '两三人为宜；应当回避的人选不了。',
  empty: '没有这样的人员',
})

/** Fields for a visit of a lead unit to a member. */
export const visitFields = {
  plannedOn: dayField('日期'),
  people: namesField('同去的人（本人不用填）', { max: 5, optional: true }),
  note: textField('备注', { max: 500, optional: true }),
} as const
