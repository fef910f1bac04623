import { rows, text } from '../documentField.ts'
import { defineKind, WHO } from '../documentKind.ts'
import { says, table, when } from '../templateBody.ts'

/** The sheet for a unit's notice board (公示). (四（六）) */
export const publicNotice = defineKind({
  id: 'publicNotice',
  name: '公示',
  purpose: '贴在单位宣传栏上的公示：公示什么、公示到哪一天、怎样反映意见',
  per: 'unit',
  citation: '四（六）',
  after: 'approved',
  form: 'record',
  issuedBy: ['committee', 'unit'],
  lacks: '还没有发布公示',
  source: ['publication', '公示'],
  fields: [
    ...WHO,
    text('公示开始', '公示第一天', '2019年1月8日'),
    text('公示结束', '公示最后一天', '2019年1月14日'),
    text('公示天数', '公示天数', '7'),
    rows('公示内容', '公示的结果', text('项目', '项目', '综合得分'), text('内容', '内容', '91.25分')),
    rows(
      '公示问题',
      '述职报告的整改清单，没有公示时为空',
      text('序号', '序号', '1'),
      text('问题', '问题', '党员教育不够经常'),
      text('措施', '整改措施', '每月开展一次学习'),
      text('时限', '完成时限', '2019年6月底'),
    ),
  ],
  body: [
    says(
      '现将{单位名称}{书记姓名}同志{年度}年度履行党建责任述职评议考核的情况公示如下。公示期自{公示开始}至{公示结束}，共{公示天数}天。',
    ),
    ...when('公示内容', table('公示内容', ['项目', 2, '{项目}'], ['内容', 3, '{内容}'])),
    ...when(
      '公示问题',
      says('述职报告列出的问题和整改措施：'),
      table(
        '公示问题',
        ['序号', 1, '{序号}', 'center'],
        ['问题', 4, '{问题}'],
        ['整改措施', 4, '{措施}'],
        ['完成时限', 3, '{时限}', 'center'],
      ),
    ),
  ],
  ending: '对公示内容有意见的，请在公示期内向我们反映，可以署名，也可以不署名。',
})
