import { choiceField, numberField, reasonField, textField } from '../shape/field.ts'

const by = textField('由谁决定', { max: 200, placeholder: '如：县委党建工作领导小组第3次会议' })
const reason = reasonField('理由')

/** Fields of a decision on whether the bands apply to a small cohort. (五（三）, R11) */
export const bandsFields = {
  apply: choiceField('名次段', {
    options: [
      { value: true, label: '适用：照样按倒数、正数名次运用结果' },
      { value: false, label: '不适用：只排名次，不按名次运用结果' },
    ],
    look: 'lines',
    none: '请选择',
    lacks: '请选择是否适用',
  }),
  by,
  reason,
}

/** Fields of a decision on the place of a unit that is tied across the edge of a band. (R9) */
export const placeFields = { place: numberField('倒数第几名', { min: 1, max: 9999 as number }), by, reason }

/** Fields of a decision on a component without a score. (R19) */
export const scoreFields = {
  points: numberField('决定的得分', { min: 0, max: 100_000 as number, step: 0.01, unit: '分' }),
  by,
  reason,
}
