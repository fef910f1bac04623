import { rows, text } from '../documentField.ts'
import { defineKind, PLAN_ROW, WHO } from '../documentKind.ts'
import { says, section, table } from '../templateBody.ts'

/** The report by which a unit hands in its rectification plan (整改方案). (四（五）) */
export const planReport = defineKind({
  id: 'planReport',
  name: '整改方案报告',
  purpose: '单位向考核机关报送整改方案：各个问题的原因、措施、责任人和时限',
  per: 'unit',
  citation: '四（五）',
  after: 'opened',
  form: 'upward',
  issuedBy: ['unit'],
  lacks: '本单位还没有上报整改方案',
  source: ['problems', '问题与整改'],
  fields: [
    ...WHO,
    text('方案问题数', '方案列出的问题个数', '3'),
    rows('方案', '各个问题的方案', ...PLAN_ROW),
  ],
  body: [
    says(
      '收到{年度}年度述职评议考核反馈意见后，{书记姓名}同志主持研究，对照{方案问题数}个问题逐项制定了整改方案，现报告如下。',
    ),
    section('整改方案'),
    table(
      '方案',
      ['序号', 1, '{序号}', 'center'],
      ['问题', 3, '{问题内容}'],
      ['原因', 2, '{原因}'],
      ['整改措施', 3, '{措施}'],
      ['责任人', 1.6, '{责任人}'],
      ['完成时限', 3.3, '{期限}'],
    ),
  ],
  ending: '特此报告。',
})
