import { numberField, textField } from '../shape/field.ts'

/** Fields of an account: username and name. */
export const accountFields = {
  name: textField('姓名或名称', { max: 100, lacks: '请填写姓名，或单位、岗位的名称。' }),
  username: textField('用户名', {
    max: 40,
    hint: '2 到 40 个汉字、小写字母或数字，中间可以有 . _ - @ ·',
    lacks: '请填写用户名：2 到 40 个汉字、小写字母或数字。',
  }),
}

/** Field for the idle time after which users must sign in again. */
export const idleFields = {
  idleMinutes: numberField('不操作的时限（分钟）', {
    min: 5,
    max: 240,
    hint: '5 到 240 分钟；超过后须重新登录，已填的内容不会丢失。',
  }),
}
