import { textField } from '../shape/field.ts'

/** Fields for the body that runs the appraisal: its name, and the address at which others open the pages. */
export const institutionFields = {
  institution: textField('本单位名称', { max: 200, lacks: '请填写本单位的全称。' }),
  address: textField('访问网址', {
    max: 200,
    optional: true,
    code: true,
    hint: '别的电脑和手机打开本系统用的网址，印在口令条和答题条上；不填则用本机浏览器现在的网址。',
  }),
}
