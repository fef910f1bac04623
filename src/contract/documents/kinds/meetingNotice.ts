import { rows, text } from '../documentField.ts'
import { defineKind } from '../documentKind.ts'
import { repeat, says, section, table, when } from '../templateBody.ts'

/** The notice of a debrief meeting (述职测评会议通知). (四（四）) */
export const meetingNotice = defineKind({
  id: 'meetingNotice',
  name: '述职测评会议通知',
  purpose: '通知开会的时间、地点、述职次序和参加测评的人数',
  per: 'each',
  citation: '四（四）',
  after: 'opened',
  form: 'letter',
  issuedBy: ['committee', 'leadUnit'],
  lacks: '还没有安排述职测评会议',
  source: ['debriefs', '述职测评会议'],
  fields: [
    text('会议名称', '会议名称', '述职测评会议'),
    text('开会日期', '开会日期', '2018年12月26日'),
    text('开会时间', '开会的日期，定了几时几分的一并写明', '2018年12月26日9时30分'),
    text('地点', '地点', '州委礼堂'),
    text('主持人', '主持人', '张三'),
    text('述职分钟', '每人述职的分钟数', '8'),
    text('述职人数', '口头述职的人数', '20'),
    text('书面人数', '书面述职的人数，没有时为空', '3'),
    text('评议方式', '评议方式', '全部述职后集中评议'),
    text('投票方式', '投票方式', '用手机投票，也可用纸质票'),
    rows(
      '述职次序',
      '述职的书记，按次序',
      text('次序', '次序', '1'),
      text('单位名称', '单位', '州林业局'),
      text('书记姓名', '书记', '李四'),
      text('述职形式', '口头或书面', '口头述职'),
    ),
    rows(
      '测评人员',
      '参加测评的各类人员',
      text('类别', '类别', '领导小组成员'),
      text('应到人数', '应到人数', '12'),
    ),
  ],
  body: [
    says('定于{开会时间}在{地点}召开{会议名称}，由{主持人}主持。有关事项通知如下。'),
    section('述职'),
    says(
      '口头述职{述职人数}人，每人不超过{述职分钟}分钟{#有书面人数}；书面述职{书面人数}人{/有书面人数}。次序如下：',
    ),
    table(
      '述职次序',
      ['次序', 1, '{次序}', 'center'],
      ['单位', 5, '{单位名称}'],
      ['书记', 2, '{书记姓名}'],
      ['形式', 2, '{述职形式}', 'center'],
    ),
    section('评议和测评'),
    says('{评议方式}，{投票方式}。'),
    ...when('测评人员', says('参加测评的人员：')),
    ...repeat('测评人员', says('{类别}：{应到人数}人。')),
    section('要求'),
    says('请按时参加；因故不能参加的，请事先书面请假。'),
  ],
  ending: '特此通知。',
})
