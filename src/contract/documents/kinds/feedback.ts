import { rows, text } from '../documentField.ts'
import { CONSEQUENCE, defineKind, RESULT } from '../documentKind.ts'
import { repeat, says, section, table, together, when } from '../templateBody.ts'

/** The feedback letter of a unit (书面反馈意见). (四（五）) */
export const feedback = defineKind({
  id: 'feedback',
  name: '书面反馈意见',
  purpose: '向单位反馈得分、等次、名次、审核过的问题和结果运用',
  per: 'unit',
  citation: '四（五）',
  after: 'approved',
  form: 'letter',
  lacks: '各单位的问题都还在拟稿，没有审核完',
  source: ['problems', '问题与整改'],
  fields: [
    ...RESULT,
    rows(
      '分项得分',
      '各分项得分',
      text('分项名称', '分项', '实地核查'),
      text('分项权重', '权重', '50%'),
      text('分项分数', '得分', '93.5'),
    ),
    rows(
      '问题',
      '反馈的问题',
      text('序号', '序号', '1'),
      text('问题条款', '条款，没有时为空', '附件三.3'),
      text('问题内容', '问题', '“三会一课”开展不够经常'),
      text('扣分', '扣分，没有时为空', '2'),
    ),
    rows('结果运用', '适用的结果运用', ...CONSEQUENCE),
  ],
  body: [
    says('现将你单位{书记姓名}同志{年度}年度履行党建责任述职评议考核的情况反馈如下。'),
    section('考核结果'),
    says(
      '综合得分{综合得分}分，综合评价等次为“{等次}”，在{参评数}名考核对象中列第{名次}名。各分项得分如下：',
    ),
    together(
      table(
        '分项得分',
        ['分项', 3, '{分项名称}'],
        ['权重', 1, '{分项权重}', 'center'],
        ['得分', 1, '{分项分数}', 'right'],
      ),
    ),
    ...when('问题', section('存在的问题')),
    ...repeat('问题', says('{序号}.{问题内容}{#有问题条款}，依据{问题条款}{/有问题条款}。')),
    ...when('结果运用', section('结果运用')),
    ...repeat('结果运用', says('{运用名称}：{运用内容}，依据{运用依据}。')),
    ...when(
      '问题',
      section('整改要求'),
      says('请对照以上问题逐项写明原因、整改措施、责任人和完成时限，形成整改方案报送我们，并抓好落实。'),
    ),
  ],
  ending: '特此反馈。',
})
