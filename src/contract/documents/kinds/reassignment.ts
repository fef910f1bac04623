import { text } from '../documentField.ts'
import { CONSEQUENCE, defineKind, RESULT, YEARS_MET } from '../documentKind.ts'
import { repeat, says, when } from '../templateBody.ts'

/** The proposal to reassign a secretary (调整建议), to whoever manages the post. (五（四）) */
export const reassignment = defineKind({
  id: 'reassignment',
  name: '组织调整建议',
  purpose: '按干部管理权限，向有权任免的机关建议调整连续靠后的书记',
  per: 'unit',
  citation: '五（四）',
  after: 'approved',
  form: 'letter',
  isConfidential: true,
  lacks: '本年度没有应当提出组织调整建议的书记',
  source: ['consequences', '结果运用'],
  fields: [
    ...RESULT,
    ...CONSEQUENCE,
    YEARS_MET,
    text('建议和理由', '登记提出建议时写的内容，没有时为空', '该同志履职不力，建议另行安排。'),
  ],
  body: [
    says(
      '{单位名称}{职务}{书记姓名}同志{年度}年度述职评议考核综合得分{综合得分}分，在{参评数}名考核对象中列第{名次}名。据以提出建议的各年度情况如下：',
    ),
    ...repeat(
      '历年情况',
      says(
        '{年份}年度{#有当年名次}在{当年参评数}名中列第{当年名次}名{/有当年名次}{#有当年得分}，综合得分{当年得分}分{/有当年得分}{#有当年等次}，等次“{当年等次}”{/有当年等次}。',
      ),
    ),
    ...when('建议和理由', says('{建议和理由}')),
    says(
      '符合考核方案{运用依据}“{运用名称}”的情形，现建议对{书记姓名}同志的职务作组织调整，请按干部管理权限研究，并将研究结果函告我们。',
    ),
  ],
})
