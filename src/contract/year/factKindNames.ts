import type { CycleFacts } from '../../domain/year/facts/facts.ts'

/** Chinese names of the kinds of facts, as used for the sheets of the workbook. */
export const factKindNames: { readonly [K in Exclude<keyof CycleFacts, 'cycle'>]: string } = {
  visits: '核查场次',
  findings: '核查情况',
  ledger: '台账',
  gradings: '日常管理等次',
  surveys: '民意调查',
  ballotCounts: '计票结果',
  sheets: '测评票',
  measures: '指标',
  knowledgeTests: '知识测试',
  vetoes: '否决事项',
  decisions: '决定',
  annualGrades: '年度考核建议',
}
