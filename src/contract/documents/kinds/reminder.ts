import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { says, table } from '../templateBody.ts'

/** The letter that reminds a unit of what is late (催办通知). (四) */
export const reminder = defineKind({
  id: 'reminder',
  name: '催办通知',
  purpose: '催办单位已经过期的事项，与首页“逾期”所列一致',
  per: 'unit',
  citation: '四',
  after: 'opened',
  form: 'letter',
  lacks: '现在没有单位逾期的事项',
  fields: [
    text('单位名称', '单位', '州林业局'),
    text('截至日期', '逾期算到哪一天', '2018年12月24日'),
    text('事项数', '逾期事项的个数', '2'),
    rows(
      '逾期事项',
      '单位逾期的事项',
      text('序号', '序号', '1'),
      text('事项', '要办的事', '报送述职报告'),
      text('期限', '应办日期，没有时为空', '2018年12月10日'),
      text('逾期天数', '逾期天数，没有时为空', '14'),
    ),
  ],
  body: [
    says('截至{截至日期}，你单位有{事项数}项工作已过办理期限，请抓紧办理；有特殊情况的，请书面说明。'),
    table(
      '逾期事项',
      ['序号', 0.8, '{序号}', 'center'],
      ['要办的事', 5, '{事项}'],
      ['应办日期', 2.9, '{期限}', 'center'],
      ['逾期天数', 1.4, '{逾期天数}', 'right'],
    ),
  ],
  ending: '特此通知。',
})
