/** Chinese sentences for the result events. */
export const resultsEvents = {
  factRecorded: ({ what }: { fact: string; what: string }) => `录入${what}`,
  factReplaced: ({
    from,
    to,
    reason,
  }: {
    fact: string
    by: string
    from: string
    to: string
    reason: string
  }) => `把“${from}”改为“${to}”，理由：${reason}`,
  factWithdrawn: ({ what, reason }: { fact: string; what: string; reason: string }) =>
    `撤回${what}，理由：${reason}`,
  whatIfApplied: ({
    added,
    removed,
    draft,
    reason,
  }: {
    added: number
    removed: number
    draft: string
    reason: string
  }) =>
    `写入试算：录入${added}条、撤回${removed}条事实${draft === '' ? '' : `，方案的改动存为草案“${draft}”`}，理由：${reason}`,
  resultsSealed: ({
    number,
    units,
    results,
    note,
  }: {
    number: number
    units: number
    scheme: string
    facts: string
    history: string
    results: string
    note: string
  }) =>
    `第${number}次封存结果，${units}个考核对象，结果校验值${results.slice(0, 16)}…${note === '' ? '' : `，说明：${note}`}`,
  resultsApproved: ({ number, results, opinion }: { number: number; results: string; opinion: string }) =>
    `审定第${number}次封存的结果，校验值${results.slice(0, 16)}…${opinion === '' ? '' : `，意见：${opinion}`}`,
  resultsReturned: ({ number, reason }: { number: number; reason: string }) =>
    `退回第${number}次封存的结果，理由：${reason}`,
  correctionOpened: ({ number, reason }: { number: number; reason: string }) =>
    `开启对第${number}次封存的更正，理由：${reason}`,
  correctionAbandoned: ({ number, reason }: { number: number; reason: string }) =>
    `放弃对第${number}次封存的更正，理由：${reason}`,
  resultsReleased: ({ number }: { number: number }) => `向单位公布第${number}次封存的结果`,
  resultsExported: ({ what, number }: { what: string; number: number }) =>
    `导出${what}${number === 0 ? '（未封存）' : `（第${number}次封存）`}`,
  firmnessComputed: ({ repeats }: { repeats: number }) => `计算名次稳固程度，重抽${repeats}次`,
  firmnessShown: ({ shown }: { shown: boolean }) =>
    shown ? '允许单位查看自己的名次稳固程度' : '不再让单位查看名次稳固程度',
  sealedRead: ({ what, number }: { what: string; number: number }) => `查看${what}（第${number}次封存）`,
}
