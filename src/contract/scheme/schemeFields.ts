import { dayField, numberField, textField } from '../shape/field.ts'

/** Fields of a new scheme. */
export const schemeStartFields = {
  title: textField('方案名称', { max: 200, placeholder: '如 某某州2026年度党建工作考核' }),
  institution: textField('考核组织者', { max: 200 }),
  cycle: numberField('考核年度', { min: 1949, max: 2999 }),
  number: textField('所依据通知的文号', { max: 100, placeholder: '如 州组〔2026〕5号' }),
  issuedOn: dayField('通知的印发日期'),
}
