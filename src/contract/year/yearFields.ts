import { choiceField, openOptions } from '../shape/field.ts'

/** Fields of a year to be opened. */
export const openYearFields = {
  version: choiceField('方案版本', { look: 'lines', options: openOptions }),
  roster: choiceField('名册', {
    look: 'lines',
    options: [
      { value: 'last', label: '沿用上年度的名册' },
      { value: 'empty', label: '空白名册，由工作簿导入或逐个录入' },
    ],
  }),
}
