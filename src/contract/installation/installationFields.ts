import { textField } from '../shape/field.ts'

/** Holds the name of who runs the assessment. */
export const institutionFields = {
  institution: textField('本单位名称', { max: 200, lacks: '请填写本单位的全称。' }),
}
