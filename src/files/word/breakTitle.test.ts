import { expect, test } from 'vitest'
import { breakTitle } from './breakTitle.ts'

test.each([
  ['关于2018年度述职评议考核情况的反馈意见', ['关于2018年度述职评议考核情况的反馈意见']],
  ['关于移送2018年度述职评议考核折算分和扣分的函', ['关于移送2018年度', '述职评议考核折算分和扣分的函']],
  [
    '关于召开2018年度州直单位党组织书记履行党建工作责任述职测评会议的通知',
    ['关于召开2018年度州直单位党组织书记', '履行党建工作责任述职测评会议的通知'],
  ],
  ['示范州综合办公厅实地核查表（第一季度核查）', ['示范州综合办公厅实地核查表', '（第一季度核查）']],
  ['2018年度委托民意调查的函（2018年度民意调查）', ['2018年度委托民意调查的函', '（2018年度民意调查）']],
  ['实地核查表（第一季度核查）', ['实地核查表（第一季度核查）']],
  ['关于考核\n结果的函', ['关于考核', '结果的函']],
])('GB/T 9704 7.3.1 %s is broken by sense, and where somebody broke it', (title, lines) => {
  expect(breakTitle(title)).toEqual(lines)
})

test('a title of hundreds of characters or of one very long word is still laid out', () => {
  expect(breakTitle('考核'.repeat(100)).join('')).toBe('考核'.repeat(100))
  expect(breakTitle('A'.repeat(200))).toEqual(['A'.repeat(200)])
})
