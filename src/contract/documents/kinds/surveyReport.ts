import { defineKind } from '../documentKind.ts'

/** The report of a survey (民意调查分析报告), as the survey's page lays it out. (四（三）) */
export const surveyReport = defineKind({
  id: 'surveyReport',
  name: '民意调查分析报告',
  purpose: '调查情况、各单位得分和误差、各题回答和意见建议',
  per: 'each',
  citation: '四（三）',
  after: 'opened',
  form: 'record',
  issuedBy: ['committee', 'surveyor'],
  lacks: '还没有移交结果的民意调查',
  source: ['surveys', '民意调查'],
  fields: [],
})
