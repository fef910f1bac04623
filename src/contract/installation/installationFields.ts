import { textField } from '../shape/field.ts'

/** Field for the name of the body that runs the appraisal. */
export const institutionFields = {
  institution: textField('本单位名称', { max: 200, lacks: '请填写本单位的全称。' }),
}
