import { text } from '../documentField.ts'
import { CONSEQUENCE, defineKind, RESULT, YEARS_MET } from '../documentKind.ts'
import { form, says, section, signatures, table, when } from '../templateBody.ts'

/** The record of an admonitory talk (谈话记录), with blanks for what is said. (五（四）) */
export const talkRecord = defineKind({
  id: 'talkRecord',
  name: '谈话记录',
  purpose: '约谈书记时用的记录：事由和历年名次已填好，谈话内容当场写，双方签名',
  per: 'unit',
  citation: '五（四）',
  after: 'approved',
  form: 'record',
  lacks: '本年度没有应当约谈的书记',
  fields: [
    ...RESULT,
    ...CONSEQUENCE,
    YEARS_MET,
    text('送达日期', '结果运用通知送达的日期，没有时为空', '2019年1月10日'),
    text('回复', '单位对通知的回复，没有时为空', '诚恳接受，立即整改。'),
  ],
  body: [
    form(
      ['谈话对象', '{单位名称}{职务}{书记姓名}'],
      ['事由', '{运用名称}（{运用依据}）'],
      ['本年度结果', '{综合得分}分，第{名次}名（共{参评数}名）'],
      ['谈话人', ''],
      ['时间和地点', ''],
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
    form(['指出的问题', '\n\n'], ['提出的要求', '\n\n'], ['本人表态', '\n\n'], ['整改承诺', '\n\n']),
    signatures('谈话人', '谈话对象', '记录人', '日期'),
  ],
})
