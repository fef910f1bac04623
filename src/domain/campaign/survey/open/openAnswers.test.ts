import { expect, test } from 'vitest'
import { startWatch } from '../../../../../tests/longRun.ts'
import { cutWords } from './cutWords.ts'
import { frequentPhrases } from './frequentPhrases.ts'
import { groupNearSame } from './groupNearSame.ts'
import { personalMarks } from './personalMarks.ts'
import { readOpenAnswers } from './readOpenAnswers.ts'

test('words are cut within clauses', () => {
  expect(cutWords('希望支部多组织活动，少开会。').map(clause => clause.map(({ text }) => text))).toEqual([
    ['希望', '支部', '多', '组织', '活动'],
    ['少', '开会'],
  ])
})

test.each([
  ['请打13812345678', ['phone']],
  ['电话１３８ １２３４ ５６７８', ['phone']],
  ['一三八一二三四五六七八', ['phone']],
  ['座机0871-65112233', ['phone']],
  ['电话是65112233', ['phone']],
  ['身份证53010219800101123X', ['idNumber']],
  ['卡号6222021234567890123', ['longNumber']],
  ['微信号abc_12345', ['contact']],
  ['给我发邮件 li@example.cn', ['contact']],
  ['车牌云A12345乱停', ['plate']],
  ['我住人民路12号', ['address']],
  ['3栋2单元漏水', ['address']],
  ['我叫张伟', ['name']],
  ['王书记从不下乡', ['name']],
  ['张建国书记不接地气', ['name']],
  ['李明主任经常开会', ['name']],
  ['陈红梅副局长态度不好', ['name']],
  ['请查一下李某某科长', ['name']],
  ['老李办事拖拉', ['name']],
  ['欧阳主任很好', ['name']],
  ['林业局张三同志很负责', ['name']],
])('%s is withheld', (text, marks) => {
  expect(personalMarks(text)).toEqual(marks)
})

test.each([
  '支部书记不解决实际问题',
  '希望局长多下乡，每年不少于12次',
  '程序太多，主任也没有办法',
  '安全局长期没有人',
  '2018年5月以来修了3条路',
  '老百姓得到了实惠',
  '小组学习太少',
  '提高局长待遇不如提高群众待遇',
  '学习习近平总书记讲话',
  '周一书记接待日很好',
])('%s may be read', text => {
  expect(personalMarks(text)).toEqual([])
})

test('a phrase counts once an answer, and one within a longer phrase is dropped', () => {
  const texts = [
    '多组织党员学习，党员学习太少',
    '希望加强党员学习',
    '党员学习走过场',
    '路灯不亮',
    '村里路灯不亮',
    '路灯不亮没人管',
  ]
  expect(frequentPhrases(texts).map(({ text, answers }) => [text, answers.length])).toEqual([
    ['党员学习', 3],
    ['路灯不亮', 3],
  ])
})

test('answers that differ by a few characters are one group', () => {
  const texts = [
    '希望多组织党员到基层一线参加志愿服务活动',
    '希望多组织党员到基层一线参加志愿服务活动。',
    '希望能多组织党员到基层一线参加志愿服务活动',
    '办事大厅中午没有人值班，群众要等很久',
    '没意见',
    '没意见！',
  ]
  expect(groupNearSame(texts).map(({ answers }) => answers)).toEqual([[0, 1, 2], [4, 5], [3]])
})

test('blank answers are left out, withheld ones counted by what they hold', () => {
  const reading = readOpenAnswers(['  ', '没意见', '王书记电话13812345678'].map(text => ({ text })))
  expect(reading.shown).toEqual([{ text: '没意见' }])
  expect([reading.withheld, reading.marks]).toEqual([1, { phone: 1, name: 1 }])
})

test('five thousand answers are read in seconds', () => {
  const verbs = ['多组织', '少安排', '认真开展', '经常检查']
  const things = ['党员学习', '志愿服务', '会议', '调研', '走访', '培训', '考核']
  const answers = Array.from({ length: 5_000 }, (_, at) => ({
    text: `希望${verbs[at % 4]}${things[at % 7]}，第${at % 501}次${'更有实效'.slice(at % 3)}`,
  }))
  const spent = startWatch()
  expect(readOpenAnswers(answers).shown).toHaveLength(5_000)
  expect(spent()).toBeLessThan(20_000)
})
