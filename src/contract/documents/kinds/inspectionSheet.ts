import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { form, says, section, signatures, table, unless, when } from '../templateBody.ts'

/** The inspection sheet of one visit (实地核查表). (四（二）) */
export const inspectionSheet = defineKind({
  id: 'inspectionSheet',
  name: '实地核查表',
  purpose: '一次核查的情况、单位答复和裁定，打印签名存档',
  per: 'each',
  citation: '四（二）',
  after: 'opened',
  form: 'record',
  lacks: '还没有生效的核查表',
  source: ['sheets', '核查表'],
  fields: [
    text('单位名称', '单位', '州林业局'),
    text('核查名称', '哪一次核查', '第四季度实地核查'),
    text('核查日期', '核查日期', '2018年10月16日'),
    text('核查人员', '核查人员', '王五、赵六'),
    text('单位签字', '单位签字的情况', '李四'),
    text('异议截止', '单位答复的截止日期', '2018年10月21日'),
    text('总的说明', '总的说明，没有时为空', '资料齐全。'),
    rows(
      '核查情况',
      '核查发现的情况',
      text('序号', '序号', '1'),
      text('项目', '评分项目', '附件三.3 “三会一课”'),
      text('情况', '发现的情况', '少开支委会2次'),
      text('计分', '扣分或加分', '扣2分'),
      text('答复', '单位答复和裁定', '无异议'),
    ),
  ],
  body: [
    form(
      ['单位', '{单位名称}'],
      ['核查', '{核查名称}'],
      ['核查日期', '{核查日期}'],
      ['核查人员', '{核查人员}'],
      ['单位签字', '{单位签字}'],
      ['答复截止', '{异议截止}'],
    ),
    section('核查情况'),
    ...when(
      '核查情况',
      table(
        '核查情况',
        ['序号', 1, '{序号}', 'center'],
        ['项目', 2.8, '{项目}'],
        ['情况', 4, '{情况}'],
        ['计分', 1.9, '{计分}', 'center'],
        ['答复和裁定', 2.4, '{答复}'],
      ),
    ),
    ...unless('核查情况', says('没有发现加分或扣分的情况。')),
    ...when('总的说明', section('说明'), says('{总的说明}')),
    signatures('核查人员', '单位负责人'),
  ],
})
