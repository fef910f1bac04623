import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { says, table } from '../templateBody.ts'

/** The letter that hands converted points and deductions to the performance office (移送绩效考核分数的函). (五（三）, R16) */
export const transmittal = defineKind({
  id: 'transmittal',
  name: '移送绩效考核分数的函',
  purpose: '把各单位的折算分和扣分移送绩效考核办公室，并登记对方回执',
  per: 'year',
  citation: '五（三）',
  after: 'approved',
  form: 'between',
  wantsReceipt: true,
  workbook: {
    rows: '绩效表',
    columns: [
      { title: '序号', width: 6, of: '序号' },
      { title: '单位', width: 34, of: '单位名称' },
      { title: '综合得分', width: 12, of: '综合得分' },
      { title: '折算分', width: 12, of: '折算分' },
      { title: '扣分', width: 10, of: '绩效扣分' },
    ],
  },
  fields: [
    text('单位数', '单位个数', '98'),
    text('扣分单位数', '有扣分的单位个数', '9'),
    text('扣分合计', '扣分合计', '18'),
    rows(
      '绩效表',
      '各单位的折算分和扣分',
      text('序号', '序号', '1'),
      text('单位名称', '单位', '州林业局'),
      text('综合得分', '综合得分', '95.6'),
      text('折算分', '折算分', '9.56'),
      text('绩效扣分', '扣分，没有时为空', '3'),
    ),
  ],
  body: [
    says(
      '{年度}年度述职评议考核结果已经审定。现移送{单位数}个单位的折算分，其中{扣分单位数}个单位另有扣分，合计扣{扣分合计}分，请计入年度绩效考核，并回复收悉。',
    ),
    table(
      '绩效表',
      ['序号', 1, '{序号}', 'center'],
      ['单位', 5, '{单位名称}'],
      ['综合得分', 2, '{综合得分}', 'right'],
      ['折算分', 2, '{折算分}', 'right'],
      ['扣分', 1.5, '{绩效扣分}', 'right'],
    ),
  ],
  ending: '特此函达。',
})
