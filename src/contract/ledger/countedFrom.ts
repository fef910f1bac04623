import type { CountedFrom } from '../../domain/scheme/scheme.ts'

/** Chinese names of the records that a fault counter is counted from. */
export const countedFromNames: Readonly<Record<CountedFrom, string>> = {
  openProblems: '上年问题到期没有整改到位的',
  unplannedProblems: '上年问题没有整改措施的',
  undebriefedSecretaries: '下属书记没有完成双述双评的',
}
