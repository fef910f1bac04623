import { rows } from '../documentField.ts'
import { CONSEQUENCE, defineKind, RESULT } from '../documentKind.ts'
import { repeat, says } from '../templateBody.ts'

/** The notice of consequences to a unit (结果运用通知). (五（三）（四）) */
export const consequenceNotice = defineKind({
  id: 'consequenceNotice',
  name: '结果运用通知',
  purpose: '告知单位适用的扣分、督查、约谈等结果运用',
  per: 'unit',
  citation: '五（四）',
  after: 'approved',
  form: 'letter',
  lacks: '本年度没有单位适用结果运用',
  source: ['consequences', '结果运用'],
  fields: [...RESULT, rows('结果运用', '适用的结果运用', ...CONSEQUENCE)],
  body: [
    says(
      '{年度}年度述职评议考核中，{单位名称}{书记姓名}同志综合得分{综合得分}分，在{参评数}名考核对象中列第{名次}名。按照考核方案，作如下结果运用：',
    ),
    ...repeat('结果运用', says('{运用名称}：{运用内容}，依据{运用依据}。')),
    says('对以上决定有不同意见的，请在收到之日起及时书面提出。'),
  ],
})
