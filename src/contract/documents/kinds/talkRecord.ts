import { rows, text } from '../documentField.ts'
import { CONSEQUENCE, defineKind, RESULT, YEARS_MET } from '../documentKind.ts'
import { form, says, section, signatures, table, unless, when } from '../templateBody.ts'

/** The record of an admonitory talk (谈话记录), with blanks for what is said. (五（四）) */
export const talkRecord = defineKind({
  id: 'talkRecord',
  name: '谈话记录',
  purpose: '约谈书记时用的记录：事由和历年名次已填好，谈话内容当场写，双方签名',
  per: 'unit',
  citation: '五（四）',
  after: 'approved',
  form: 'record',
  isConfidential: true,
  lacks: '本年度没有应当约谈的书记',
  source: ['consequences', '结果运用'],
  fields: [
    ...RESULT,
    ...CONSEQUENCE,
    YEARS_MET,
    text('送达日期', '结果运用通知送达的日期，没有时为空', '2019年1月10日'),
    text('回复', '单位对通知的回复，没有时为空', '诚恳接受，立即整改。'),
    text('谈话人', '谈话人，没有安排时为空', '副州长张三'),
    text('谈话时间', '谈话日期，没有安排时为空', '2019年1月18日'),
    text('谈话地点', '谈话地点，没有时为空', '州委小会议室'),
    text('参加人', '参加人，没有时为空', '州委组织部王五'),
    text('谈话内容', '谈话的内容，还没有谈时为空', '指出连续靠后的原因，要求限期改进。'),
    rows(
      '承诺事项',
      '谈话对象承诺的事项',
      text('事项', '承诺的事项', '每月召开一次专题会'),
      text('时限', '时限', '2019年6月30日'),
      text('办理结果', '办理结果，没有时为空', '已按月召开'),
    ),
  ],
  body: [
    form(
      ['谈话对象', '{单位名称}{职务}{书记姓名}'],
      ['事由', '{运用名称}，依据{运用依据}'],
      ['本年度结果', '{综合得分}分，第{名次}名（共{参评数}名）'],
      ['谈话人', '{谈话人}'],
      ['时间和地点', '{谈话时间}{#有谈话地点}，{谈话地点}{/有谈话地点}'],
      ['参加人', '{参加人}'],
    ),
    section('历年情况'),
    table(
      '历年情况',
      ['年度', 1, '{年份}', 'center'],
      ['名次', 1, '{当年名次}', 'center'],
      ['参评数', 1, '{当年参评数}', 'center'],
      ['综合得分', 1, '{当年得分}', 'right'],
      ['等次', 1, '{当年等次}', 'center'],
    ),
    ...when('送达日期', says('结果运用通知已于{送达日期}送达。')),
    ...when('回复', says('单位回复：{回复}')),
    section('谈话内容'),
    ...when('谈话内容', says('{谈话内容}')),
    ...unless(
      '谈话内容',
      form(['指出的问题', '\n\n'], ['提出的要求', '\n\n'], ['本人表态', '\n\n'], ['承诺事项', '\n\n']),
    ),
    ...when(
      '承诺事项',
      section('承诺事项'),
      table(
        '承诺事项',
        ['事项', 4, '{事项}'],
        ['时限', 2.8, '{时限}', 'center'],
        ['办理结果', 3, '{办理结果}'],
      ),
    ),
    signatures('谈话人', '谈话对象', '记录人', '日期'),
  ],
})
