import type { Role } from '../../../contract/access/roles.ts'

/** 各角色在本系统中做什么, one sentence each, for the first page of each. */
export const roleSentences: { readonly [R in Role]: string } = {
  committee: '组织全年考核：方案、名册、进度、结果、封存和结果运用都在这里办理。',
  leadingGroup: '审定组织考核者封存的结果，或写明理由退回。',
  leadUnit: '了解本系统各单位的进度；结果公布后查看本单位和所属单位的得分。',
  unit: '了解考核方案和时间安排；结果公布后查看本单位的得分和失分原因。',
  secretary: '了解考核方案和时间安排；结果公布后查看本单位的得分和失分原因。',
  inspector: '核查前熟悉评分细则，了解各次核查的时间和进度。',
  surveyor: '了解民意调查的时间安排和评分办法。',
  auditor: '查看全部进度、结果、封存情况和留痕，不作任何改动。',
  systemAdmin: '开设和停用账号，设置系统参数；不接触考核数据。',
  securityAdmin: '授予和收回角色，处理异常登录；不接触考核数据。',
  auditAdmin: '查阅和导出留痕，核对留痕是否完整；不接触考核数据。',
}
