import type { IssueKind } from '../../domain/score/outcome.ts'

/** Names of the issue kinds. */
export const issueNames: { readonly [K in IssueKind]: string } = {
  rowLost: '失分',
  rowLostAgain: '连年失分',
  missingComponent: '缺分',
  noAppraisee: '无考核对象',
  tieAcrossEdge: '跨档并列',
  tieAtQuota: '跨名额并列',
  smallCohort: '对象过少',
  quotaExceeded: '名额超出',
  ledgerDisagrees: '台账不符',
  historyMissing: '缺历年结果',
  annualGradeRefused: '年度等次不符',
  vetoed: '否决事项',
  leadVisitMissing: '缺牵头核查场次',
}
