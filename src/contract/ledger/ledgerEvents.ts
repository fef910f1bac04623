/** 台账的留痕事件. */
export interface LedgerEvents {
  readonly ledgerEntered: { readonly entry: string; readonly what: string; readonly late: boolean }
  readonly ledgerCorrected: {
    readonly entry: string
    readonly by: string
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  readonly ledgerWithdrawn: { readonly entry: string; readonly what: string; readonly reason: string }
  readonly ledgerFilesAdded: { readonly entry: string; readonly what: string; readonly files: number }
  readonly ledgerImportShown: { readonly file: string; readonly accepted: number; readonly refused: number }
  readonly ledgerImported: { readonly file: string; readonly entries: number; readonly late: number }
  readonly importedCountGaveWay: {
    readonly counter: string
    readonly period: string
    readonly imported: number
    readonly counted: number
  }
  readonly importedCountCameBack: {
    readonly counter: string
    readonly period: string
    readonly imported: number
  }
  readonly ledgerGraceSet: { readonly from: number; readonly to: number; readonly reason: string }
  readonly ledgerPeriodSet: {
    readonly period: string
    readonly state: 'open' | 'closed' | 'byDate'
    readonly reason: string
  }
  readonly ledgerDemoLoaded: { readonly entries: number }
  readonly remedyAdded: { readonly item: string; readonly problem: string }
  readonly remedyUpdated: {
    readonly item: string
    readonly problem: string
    readonly from: string
    readonly to: string
  }
  readonly remedyWithdrawn: { readonly item: string; readonly problem: string; readonly reason: string }
  readonly remediesListed: { readonly from: string; readonly items: number; readonly units: number }
}

const STATES = { open: '开放', closed: '截止', byDate: '恢复按日期截止' } as const

/** 台账事件的句子. */
export const ledgerEventSentences: {
  readonly [K in keyof LedgerEvents]: (values: LedgerEvents[K]) => string
} = {
  ledgerEntered: ({ what, late }) => `登记台账：${what}${late ? '（逾期补录）' : ''}`,
  ledgerCorrected: ({ from, to, reason }) => `更正台账：${from}，改为${to}（${reason}）`,
  ledgerWithdrawn: ({ what, reason }) => `撤回台账：${what}（${reason}）`,
  ledgerFilesAdded: ({ what, files }) => `给台账“${what}”补附件${files}个`,
  ledgerImportShown: ({ file, accepted, refused }) =>
    `预览待导入的“${file}”：通过${accepted}行，退回${refused}行`,
  ledgerImported: ({ file, entries, late }) =>
    `导入台账“${file}”${entries}条${late > 0 ? `，其中逾期补录${late}条` : ''}`,
  importedCountGaveWay: ({ counter, period, imported, counted }) =>
    `“${counter}”${period}导入的计数${imported}次不再计，改按台账条目计${counted}次`,
  importedCountCameBack: ({ counter, period, imported }) =>
    `“${counter}”${period}已没有台账条目，恢复导入的计数${imported}次`,
  ledgerGraceSet: ({ from, to, reason }) => `台账在期间结束后${from}天截止，改为${to}天（${reason}）`,
  ledgerPeriodSet: ({ period, state, reason }) => `${period}的台账${STATES[state]}（${reason}）`,
  ledgerDemoLoaded: ({ entries }) => `装入演示台账${entries}条`,
  remedyAdded: ({ problem }) => `列入整改：${problem}`,
  remedyUpdated: ({ problem, from, to }) => `更新整改“${problem}”：${from === to ? to : `${from}→${to}`}`,
  remedyWithdrawn: ({ problem, reason }) => `撤销整改“${problem}”（${reason}）`,
  remediesListed: ({ from, items, units }) => `由${from}列出问题${items}项，涉及${units}个单位`,
}
