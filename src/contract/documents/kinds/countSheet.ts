import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { says, signatures, table } from '../templateBody.ts'

/** The count sheet of a debrief meeting (述职测评计票表). (四（四）, R8) */
export const countSheet = defineKind({
  id: 'countSheet',
  name: '述职测评计票表',
  purpose: '各书记、各类测评人员的有效票、废票、弃权和得分，计票人监票人签名',
  per: 'each',
  citation: '四（四）',
  after: 'opened',
  form: 'record',
  issuedBy: ['committee', 'leadUnit'],
  lacks: '还没有计票的述职测评会议',
  source: ['debriefs', '述职测评会议'],
  fields: [
    text('会议名称', '会议名称', '述职测评会议'),
    text('开会日期', '开会日期', '2018年12月26日'),
    text('应到人数', '应到人数，没有登记时为空', '48'),
    text('实到人数', '实到人数，没有登记时为空', '46'),
    rows(
      '计票',
      '各书记、各类人员的票数',
      text('单位名称', '单位', '州林业局'),
      text('书记姓名', '书记', '李四'),
      text('类别', '测评人员的类别', '领导小组成员'),
      text('有效票', '有效票', '12'),
      text('废票', '废票', '0'),
      text('弃权', '弃权', '0'),
      text('票面', '各等次或分数的票数', '好8票，较好4票'),
    ),
    rows(
      '得分表',
      '各书记的得分',
      text('单位名称', '单位', '州林业局'),
      text('书记姓名', '书记', '李四'),
      text('百分制得分', '百分制得分', '93.2'),
      text('折算得分', '折算后的得分', '18.64'),
    ),
  ],
  body: [
    says(
      '{会议名称}于{开会日期}召开{#有应到人数}，参加测评应到{应到人数}人{/有应到人数}{#有实到人数}，实到{实到人数}人{/有实到人数}。计票情况如下。',
    ),
    table(
      '计票',
      ['单位', 2.6, '{单位名称}'],
      ['书记', 1.4, '{书记姓名}'],
      ['测评人员', 1.8, '{类别}'],
      ['有效', 1.1, '{有效票}', 'right'],
      ['废票', 1.1, '{废票}', 'right'],
      ['弃权', 1.1, '{弃权}', 'right'],
      ['票面', 5.2, '{票面}'],
    ),
    says('按以上票数计算，得分如下：'),
    table(
      '得分表',
      ['单位', 4, '{单位名称}'],
      ['书记', 2, '{书记姓名}'],
      ['百分制得分', 2, '{百分制得分}', 'right'],
      ['折算得分', 2, '{折算得分}', 'right'],
    ),
    signatures('计票人', '监票人', '主持人', '监督指导人员'),
  ],
})
