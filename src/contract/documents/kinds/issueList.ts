import { rows, text } from '../documentField.ts'
import { defineKind, WHO } from '../documentKind.ts'
import { says, table } from '../templateBody.ts'

/** The list of the problems that were sent to a unit (问题清单). (五（二）) */
export const issueList = defineKind({
  id: 'issueList',
  name: '问题清单',
  purpose: '把审核后下发的问题逐项列给单位，写明异议和报方案的日期',
  per: 'unit',
  citation: '五（二）',
  after: 'opened',
  form: 'letter',
  lacks: '还没有下发问题',
  source: ['problems', '问题与整改'],
  fields: [
    ...WHO,
    text('问题数', '问题的个数', '3'),
    text('异议截止', '提出异议的截止日期', '2019年1月15日'),
    text('方案期限', '上报整改方案的日期', '2019年1月25日'),
    rows(
      '问题',
      '下发的问题',
      text('序号', '序号', '1'),
      text('问题内容', '问题', '“三会一课”开展不够经常'),
      text('问题条款', '条款', '附件三.3'),
      text('往年', '以前也有这个问题的年度，没有时为空', '2017年'),
    ),
  ],
  body: [
    says(
      '{年度}年度述职评议考核中，你单位有下列{问题数}个问题。有异议的，请在{异议截止}前提出；请在{方案期限}前上报整改方案。',
    ),
    table(
      '问题',
      ['序号', 0.8, '{序号}', 'center'],
      ['问题', 6, '{问题内容}'],
      ['条款', 1.8, '{问题条款}'],
      ['往年也有', 1.4, '{往年}', 'center'],
    ),
  ],
  ending: '特此通知。',
})
