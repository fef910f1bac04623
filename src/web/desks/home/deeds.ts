import type { Role } from '../../../contract/access/roles.ts'

/** Something a role can do: on which desk (the first that exists), and what is done there. */
export interface Deed {
  readonly desks: readonly string[]
  /** a separate page, in addition to the desks. */
  readonly page?: string
  readonly title: string
  readonly text: string
}

const scheme: Deed = {
  desks: ['$year/scheme'],
  title: '考核方案',
  text: '评分细则每一行的分值、扣分办法和条款，以及方案没有写明之处的口径。',
}
const ledger: Deed = {
  desks: ['$year/ledger'],
  title: '台账',
  text: '会议、学习、活动等每办一次登记一次；按方案应做几次、已做几次、缺了会扣多少，随时可看。',
}
const remedies: Deed = {
  desks: ['$year/remedies'],
  title: '自查与整改',
  text: '自查发现的问题和上年度的问题：措施、期限、进展和佐证。',
}
const rectification: Deed = {
  desks: ['$year/problems'],
  title: '问题与整改',
  text: '下发的问题：确认收到、整改方案、进展和佐证，审核、复查和销号。',
}
const grading: Deed = {
  desks: ['$year/routine'],
  title: '等次评定',
  text: '给所属单位评好、较好、一般，看剩余名额和推算，写明理由后上报。',
}
const sheets: Deed = {
  desks: ['$year/sheets'],
  title: '核查表',
  text: '历次实地核查发现的情况；单位在期限内逐条认可或者提出异议。',
}
const visits: Deed = {
  desks: ['$year/rounds'],
  title: '核查安排',
  text: '各轮核查去哪些单位、哪天去、由谁去，办到哪里。',
}
const lists: Deed = {
  desks: ['$year/drawLists'],
  title: '抽签名单',
  text: '登记党支部和党员的名单，查看抽签记录，可自行重算。',
}
const tests: Deed = {
  desks: ['$year/tests'],
  title: '知识测试',
  text: '按名单发放答题条，手机作答或者纸质作答，查看各单位成绩。',
}
const dates: Deed = {
  desks: ['$year/year'],
  title: '年度进展',
  text: '各项工作的起止日期，办到哪里，谁还没有完成。',
}
const roster: Deed = {
  desks: ['$year/roster'],
  title: '名册',
  text: '参加考核的单位、牵头关系和党组织书记。',
}
const surveys: Deed = {
  desks: ['$year/surveys'],
  title: '民意调查',
  text: '委托、问卷、抽样、访问和结果，办到哪一步。',
}
const calls: Deed = {
  desks: ['interview'],
  title: '电话访问',
  text: '领取个案，照屏幕提问，用数字键记答案；全程可以只用键盘。',
}
const ranking: Deed = {
  desks: ['$year/ranking'],
  title: '排名',
  text: '各单位的综合得分、名次和各分项得分，每个数字都能打开说明。',
}
const seals: Deed = {
  desks: ['$year/seals'],
  title: '封存与审定',
  text: '封存前的检查、历次封存、审定意见和更正。',
}
const consequences: Deed = {
  desks: ['$year/consequences'],
  title: '结果运用',
  text: '各项结果运用的条款、依据的年度、通知和回复。',
}
const phone: Deed = {
  desks: [],
  page: '/inspect',
  title: '手机核查',
  text: '到单位后在手机上填写核查表：先下载任务，没有信号也能填，有信号时自动发送。',
}
const accounts: Deed = { desks: ['accounts'], title: '账号', text: '查看全部账号、角色和登录情况。' }
const setup: Deed = {
  desks: ['firstSteps'],
  title: '本单位',
  text: '本单位的名称和首次使用要办的各步。',
}
const trail: Deed = {
  desks: ['trail', 'audit'],
  title: '留痕',
  text: '谁在什么时候做了什么；可以筛选、导出，核对是否完整。',
}

/** What each role can do; the committee uses its menu instead. */
export const deeds: { readonly [R in Role]: readonly Deed[] } = {
  committee: [],
  leadingGroup: [seals, ledger, ranking, surveys, rectification, consequences, scheme],
  leadUnit: [
    grading,
    ledger,
    sheets,
    remedies,
    rectification,
    phone,
    dates,
    roster,
    scheme,
    ranking,
    consequences,
  ],
  unit: [ledger, remedies, rectification, sheets, lists, scheme, dates, consequences],
  secretary: [ledger, remedies, rectification, sheets, scheme, dates, consequences],
  inspector: [phone, visits, tests, sheets, ledger, scheme, roster, dates],
  surveyor: [surveys, scheme, roster, dates],
  interviewer: [calls],
  auditor: [trail, ledger, visits, sheets, seals, ranking, rectification, consequences, dates],
  systemAdmin: [setup, { ...accounts, text: '开设、停用账号，重置口令，解除登录锁定。' }],
  securityAdmin: [{ ...accounts, text: '授予和收回角色，结束他人的登录，解除动态验证码，设置登录规则。' }],
  auditAdmin: [trail, accounts],
}
