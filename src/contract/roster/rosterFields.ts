import { choiceField, dayField, flagField, textField, unitField, openOptions } from '../shape/field.ts'

/** Fields for a change of name. */
export const renameFields = {
  name: textField('新名称', { max: 200, focus: true }),
  on: dayField('自何日起', { lacks: '请选择日期' }),
}

/** Fields for a merger of units. */
export const mergerFields = {
  into: unitField('并入哪个单位', { units: [], lacks: '请选择单位' }),
  on: dayField('自何日起', { lacks: '请选择日期' }),
}

/** Fields of a unit, except its posts. */
export const unitFields = {
  name: textField('单位名称', { max: 200 }),
  id: textField('单位编号', { max: 100, code: true }),
  kind: textField('类别', { max: 200 }),
  level: textField('级别', { max: 200 }),
  tier: choiceField('层级', { options: openOptions, none: '请选择' }),
  leadUnit: unitField('牵头单位', { units: [], none: '没有牵头单位', optional: true }),
  cohort: choiceField('排名类别', {
    options: openOptions,
    none: '不分类别',
    optional: true,
  }),
  opensOn: dayField('成立日期', { optional: true }),
  closesOn: dayField('撤销日期', { optional: true }),
  affiliated: flagField('党组织关系归口组织考核者'),
  headedByLeader: flagField('由上级领导兼任一把手'),
}
