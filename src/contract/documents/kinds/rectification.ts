import { rows, text } from '../documentField.ts'
import { defineKind, PLAN_ROW, WHO } from '../documentKind.ts'
import { repeat, says, section, table, when } from '../templateBody.ts'

/** The plan of a unit for its problems, and how far it is (整改方案和进展). (五（二）) */
export const rectification = defineKind({
  id: 'rectification',
  name: '整改方案和进展',
  purpose: '汇总单位各个问题的原因、措施、责任人、期限和办到哪一步',
  per: 'unit',
  citation: '五（二）',
  after: 'opened',
  form: 'record',
  lacks: '还没有单位上报整改方案',
  source: ['problems', '问题与整改'],
  fields: [
    ...WHO,
    text('问题数', '问题的个数', '3'),
    text('销号数', '已销号的个数', '1'),
    text('逾期数', '逾期的个数，没有时为空', '1'),
    text('截至日期', '进展截至哪一天', '2019年3月1日'),
    rows('整改', '上报了方案的问题', ...PLAN_ROW, text('进展', '现在的状态', '整改中')),
    rows(
      '未报',
      '还没有上报方案的问题',
      text('问题内容', '问题', '台账不全'),
      text('进展', '现在的状态', '已下发待报方案'),
    ),
  ],
  body: [
    says(
      '截至{截至日期}，向{单位名称}下发的{问题数}个问题已销号{销号数}个{#有逾期数}，逾期{逾期数}个{/有逾期数}。',
    ),
    section('整改方案和进展'),
    table(
      '整改',
      ['序号', 1.1, '{序号}', 'center'],
      ['问题', 2.7, '{问题内容}'],
      ['原因', 1.8, '{原因}'],
      ['整改措施', 2.8, '{措施}'],
      ['责任人', 1.5, '{责任人}'],
      ['完成时限', 3.5, '{期限}'],
      ['进展', 1.5, '{进展}', 'center'],
    ),
    ...when('未报', section('还没有上报方案的问题')),
    ...repeat('未报', says('{问题内容}（{进展}）。')),
  ],
})
