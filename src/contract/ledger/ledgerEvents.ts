const STATES = { open: '开放', closed: '截止', byDate: '恢复按日期截止' } as const

/** Chinese sentences for the ledger events. */
export const ledgerEvents = {
  ledgerEntered: ({ what, late }: { entry: string; what: string; late: boolean }) =>
    `登记台账：${what}${late ? '（逾期补录）' : ''}`,
  ledgerCorrected: ({
    from,
    to,
    reason,
  }: {
    entry: string
    by: string
    from: string
    to: string
    reason: string
  }) => `更正台账：${from}，改为${to}（${reason}）`,
  ledgerWithdrawn: ({ what, reason }: { entry: string; what: string; reason: string }) =>
    `撤回台账：${what}（${reason}）`,
  ledgerFilesAdded: ({ what, files }: { entry: string; what: string; files: number }) =>
    `给台账“${what}”补附件${files}个`,
  ledgerImportShown: ({ file, accepted, refused }: { file: string; accepted: number; refused: number }) =>
    `预览待导入的“${file}”：通过${accepted}行，退回${refused}行`,
  ledgerImported: ({ file, entries, late }: { file: string; entries: number; late: number }) =>
    `导入台账“${file}”${entries}条${late > 0 ? `，其中逾期补录${late}条` : ''}`,
  importedCountGaveWay: ({
    counter,
    period,
    imported,
    counted,
  }: {
    counter: string
    period: string
    imported: number
    counted: number
  }) => `“${counter}”${period}导入的计数${imported}次不再计，改按台账条目计${counted}次`,
  importedCountCameBack: ({
    counter,
    period,
    imported,
  }: {
    counter: string
    period: string
    imported: number
  }) => `“${counter}”${period}已没有台账条目，恢复导入的计数${imported}次`,
  ledgerGraceSet: ({ from, to, reason }: { from: number; to: number; reason: string }) =>
    `台账在期间结束后${from}天截止，改为${to}天（${reason}）`,
  ledgerPeriodSet: ({
    period,
    state,
    reason,
  }: {
    period: string
    state: 'open' | 'closed' | 'byDate'
    reason: string
  }) => `${period}的台账${STATES[state]}（${reason}）`,
  ledgerDemoLoaded: ({ entries }: { entries: number }) => `装入演示台账${entries}条`,
  debriefsListed: ({ count }: { count: number }) => `列入双述双评对象${count}名`,
  debriefPlanned: ({ name }: { name: string }) => `更正双述双评对象${name}及计划日期`,
  debriefHeld: ({ name, side, on, marks }: { name: string; side: string; on: string; marks: string }) =>
    `登记${name}${on}${side}：${marks}`,
  debriefUndone: ({ name, side }: { name: string; side: string }) => `随台账撤回${name}${side}的述职评议登记`,
  debriefGuided: ({ name, guidance }: { name: string; guidance: string }) =>
    `记录对${name}双述双评的督查指导：${guidance}`,
  debriefWithdrawn: ({ name, reason }: { name: string; reason: string }) =>
    `撤下双述双评对象${name}（${reason}）`,
  recordsCounted: ({ units, count }: { units: number; count: number }) =>
    `把上年问题整改和双述双评的情况计入台账，涉及${units}个单位共${count}项`,
  remedyAdded: ({ problem }: { item: string; problem: string }) => `列入整改：${problem}`,
  remedyUpdated: ({ problem, from, to }: { item: string; problem: string; from: string; to: string }) =>
    `更新整改“${problem}”：${from === to ? to : `${from}→${to}`}`,
  remedyWithdrawn: ({ problem, reason }: { item: string; problem: string; reason: string }) =>
    `撤销整改“${problem}”（${reason}）`,
  remediesListed: ({ from, items, units }: { from: string; items: number; units: number }) =>
    `由${from}列出问题${items}项，涉及${units}个单位`,
}
