import { rows, text } from '../documentField.ts'
import { CONSEQUENCE, defineKind } from '../documentKind.ts'
import { repeat, says, section, table, when } from '../templateBody.ts'

/** The report to the leading group (报送审阅报告). (五（一）) */
export const groupReport = defineKind({
  id: 'groupReport',
  name: '报送审阅报告',
  purpose: '把等次、名次和拟作的结果运用报领导小组审阅',
  per: 'year',
  citation: '五（一）',
  after: 'sealed',
  form: 'upward',
  fields: [
    text('考核对象数', '考核对象个数', '98'),
    rows(
      '等次分布',
      '各等次的个数',
      text('等次名称', '等次', '好'),
      text('等次个数', '个数', '60'),
      text('等次占比', '占比', '61.2%'),
    ),
    rows(
      '排名表',
      '按名次排列的考核对象',
      text('名次', '名次', '1'),
      text('单位名称', '单位', '州林业局'),
      text('书记姓名', '考核对象', '李四'),
      text('综合得分', '综合得分', '95.6'),
      text('等次', '等次', '好'),
    ),
    rows(
      '结果运用',
      '拟作的结果运用',
      text('单位名称', '单位', '州林业局'),
      text('书记姓名', '考核对象', '李四'),
      ...CONSEQUENCE,
    ),
    rows('说明事项', '方案没有写明、按默认口径处理的事项', text('说明', '事项', '综合得分保留两位小数。')),
  ],
  body: [
    says(
      '{年度}年度述职评议考核各分项已经计分并封存，参加考核的书记共{考核对象数}名。现将综合得分、等次和拟作的结果运用报上，请审阅。',
    ),
    section('等次情况'),
    ...repeat('等次分布', says('{等次名称}：{等次个数}名，占{等次占比}。')),
    section('综合得分和名次'),
    table(
      '排名表',
      ['名次', 1, '{名次}', 'center'],
      ['单位', 4, '{单位名称}'],
      ['考核对象', 2, '{书记姓名}'],
      ['综合得分', 1.6, '{综合得分}', 'right'],
      ['等次', 1.2, '{等次}', 'center'],
    ),
    ...when(
      '结果运用',
      section('拟作的结果运用'),
      table(
        '结果运用',
        ['单位', 3, '{单位名称}'],
        ['考核对象', 1.6, '{书记姓名}'],
        ['结果运用', 3, '{运用名称}'],
        ['条款', 1.7, '{运用依据}'],
        ['内容', 3, '{运用内容}'],
      ),
    ),
    ...when('说明事项', section('需要说明的事项')),
    ...repeat('说明事项', says('{说明}')),
  ],
  ending: '以上报告，请审阅。',
})
