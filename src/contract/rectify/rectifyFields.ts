import { choiceField, dayField, reasonField, textField } from '../shape/field.ts'

/** Where a problem comes from. */
export const problemOriginNames = {
  lost: '失分',
  inspection: '实地核查',
  ledger: '台账与核查不符',
  routine: '日常管理',
  survey: '民意调查',
  ballot: '述职测评',
  lastYear: '上年度未销号',
  comment: '公示留言',
  byHand: '组织考核者提出',
} as const

/** Code of where a problem comes from. */
export type ProblemOrigin = keyof typeof problemOriginNames

/** What happened to a problem, in its history. */
export const problemStepNames = {
  drafted: '列入',
  worded: '改写',
  merged: '合并',
  dropped: '撤下',
  reviewed: '审核同意',
  reviewReturned: '审核退回',
  sent: '下发',
  received: '确认收到',
  objected: '提出异议',
  answered: '答复异议',
  handedIn: '上报整改方案',
  vetted: '审核通过方案',
  planReturned: '退回方案',
  progress: '报告进展',
  extensionAsked: '申请延期',
  extensionAnswered: '答复延期',
  claimed: '报告整改完成',
  checked: '复查',
} as const

/** Code of what happened to a problem. */
export type ProblemStep = keyof typeof problemStepNames

/** Fields of a problem that the committee puts on the list itself. */
export const problemFields = {
  text: reasonField('问题', { lacks: '请写明是什么问题。' }),
}

/** Fields of a review by one of the bodies. */
export const reviewFields = {
  outcome: choiceField('结论', {
    look: 'radio',
    options: [
      { value: 'agree', label: '同意下发' },
      { value: 'return', label: '退回修改' },
    ],
  }),
  opinion: reasonField('审核意见'),
}

/** Fields of sending the lists. */
export const sendFields = {
  objectUntil: dayField('异议截止日期', { hint: '过了这一天，单位不能再提异议。' }),
  planBy: dayField('整改方案上报日期', { hint: '过了这一天没有上报的，列为逾期。' }),
}

/** Fields of an objection to a problem. */
export const objectFields = { reason: reasonField('异议和依据') }

/** Fields of the decision on an objection. */
export const answerFields = {
  outcome: choiceField('决定', {
    look: 'radio',
    options: [
      { value: 'kept', label: '维持原问题' },
      { value: 'reworded', label: '改写问题' },
      { value: 'upheld', label: '异议成立，撤下' },
    ],
  }),
  text: textField('改写后的问题', {
    max: 2000,
    lines: 3,
    optional: true,
    hint: '选“改写问题”的才填。',
  }),
  reason: reasonField('理由'),
}

/** Fields of the plan of one problem. */
export const planFields = {
  cause: textField('原因', { max: 2000, lines: 2 }),
  remedy: textField('整改措施', { max: 2000, lines: 3 }),
  owner: textField('责任人', { max: 100 }),
  deadline: dayField('完成时限'),
}

/** Fields of the vetting of a plan. */
export const vetFields = {
  outcome: choiceField('结论', {
    look: 'radio',
    options: [
      { value: 'agree', label: '审核通过' },
      { value: 'return', label: '退回修改' },
    ],
  }),
  opinion: reasonField('审核意见'),
}

/** Fields of a report of progress. */
export const progressFields = { text: reasonField('进展') }

/** Fields of a report that a problem is mended. */
export const claimFields = { text: reasonField('整改结果') }

/** Fields of a request for an extension. */
export const extensionFields = { until: dayField('延期到'), reason: reasonField('延期理由') }

/** Fields of the answer to a request for an extension. */
export const extensionAnswerFields = {
  outcome: choiceField('决定', {
    look: 'radio',
    options: [
      { value: 'granted', label: '同意延期' },
      { value: 'refused', label: '不同意' },
    ],
  }),
  reason: reasonField('理由'),
}

/** Fields of a check on the effect of a remedy. */
export const checkFields = {
  how: choiceField('复查方式', {
    look: 'radio',
    options: [
      { value: 'onSite', label: '现场复查' },
      { value: 'papers', label: '查阅资料' },
    ],
  }),
  outcome: choiceField('结论', {
    look: 'radio',
    options: [
      { value: 'confirmed', label: '整改到位，销号' },
      { value: 'returned', label: '整改不到位，退回' },
    ],
  }),
  text: reasonField('复查情况'),
}

/** Fields of a problem that is left out. */
export const dropFields = { reason: reasonField('撤下的理由') }
