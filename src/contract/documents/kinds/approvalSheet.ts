import { text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { form, signatures } from '../templateBody.ts'

/** The sheet with the leading group's written opinion on the result (结果审定表). (五（一）) */
export const approvalSheet = defineKind({
  id: 'approvalSheet',
  name: '结果审定表',
  purpose: '记录领导小组对考核结果的书面审定意见，签名后存档',
  per: 'year',
  citation: '五（一）',
  after: 'approved',
  form: 'record',
  fields: [
    text('考核对象数', '考核对象个数', '98'),
    text('等次情况', '各等次的个数和占比', '好60名（61.2%），较好38名（38.8%）'),
    text('运用数', '结果运用的件数', '9'),
    text('审定人', '审定人', '张三'),
    text('审定日期', '审定日期', '2018年12月28日'),
    text('审定意见', '审定意见', '同意。'),
    text('封存次数', '所审定的是第几次封存', '1'),
    text('结果指纹', '结果的指纹', '3f2a0c91'),
  ],
  body: [
    form(
      ['考核对象', '{考核对象数}名'],
      ['等次', '{等次情况}'],
      ['结果运用', '{运用数}件'],
      ['审定的结果', '第{封存次数}次封存'],
      ['结果指纹', '{结果指纹}'],
      ['审定意见', '{审定意见}'],
      ['审定', '{审定人}，{审定日期}'],
    ),
    signatures('审定', '经办'),
  ],
})
