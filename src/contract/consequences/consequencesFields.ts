import { dayField, reasonField, textField } from '../shape/field.ts'

/** Fields for serving a notice. */
export const serveFields = {
  to: textField('送达对象', { max: 200, lacks: '请填写送达给谁。' }),
  servedOn: dayField('送达日期'),
  text: textField('通知内容', {
    max: 4000,
    lines: 4,
    optional: true,
    hint: '单位在结果公布后可以看到。',
  }),
}

/** Fields for a reply to a notice. */
export const replyFields = {
  reply: reasonField('回复', {
    lines: 5,
    lacks: '请写明回复内容。',
    hint: '只能回复一次，保存后不能修改。',
  }),
}
