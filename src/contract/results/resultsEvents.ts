/** 结果的留痕事件: facts by hand, what-if written, seal, judgement, correction, release, export, and reads of sealed matter. */
export interface ResultsEvents {
  readonly factRecorded: { readonly fact: string; readonly what: string }
  readonly factReplaced: {
    readonly fact: string
    readonly by: string
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  readonly factWithdrawn: { readonly fact: string; readonly what: string; readonly reason: string }
  readonly whatIfApplied: {
    readonly added: number
    readonly removed: number
    readonly draft: string
    readonly reason: string
  }
  readonly resultsSealed: {
    readonly number: number
    readonly units: number
    readonly scheme: string
    readonly facts: string
    readonly history: string
    readonly results: string
    readonly note: string
  }
  readonly resultsApproved: { readonly number: number; readonly results: string; readonly opinion: string }
  readonly resultsReturned: { readonly number: number; readonly reason: string }
  readonly correctionOpened: { readonly number: number; readonly reason: string }
  readonly correctionAbandoned: { readonly number: number; readonly reason: string }
  readonly resultsReleased: { readonly number: number }
  readonly resultsExported: { readonly what: string; readonly number: number }
  readonly sealedRead: { readonly what: string; readonly number: number }
}

/** 结果事件的句子. */
export const resultsEventSentences: {
  readonly [K in keyof ResultsEvents]: (values: ResultsEvents[K]) => string
} = {
  factRecorded: ({ what }) => `录入${what}`,
  factReplaced: ({ from, to, reason }) => `把“${from}”改为“${to}”，理由：${reason}`,
  factWithdrawn: ({ what, reason }) => `撤回${what}，理由：${reason}`,
  whatIfApplied: ({ added, removed, draft, reason }) =>
    `写入试算：录入${added}条、撤回${removed}条事实${draft === '' ? '' : `，方案的改动存为草案“${draft}”`}，理由：${reason}`,
  resultsSealed: ({ number, units, results, note }) =>
    `第${number}次封存结果，${units}个考核对象，结果校验值${results.slice(0, 16)}…${note === '' ? '' : `，说明：${note}`}`,
  resultsApproved: ({ number, results, opinion }) =>
    `审定第${number}次封存的结果，校验值${results.slice(0, 16)}…${opinion === '' ? '' : `，意见：${opinion}`}`,
  resultsReturned: ({ number, reason }) => `退回第${number}次封存的结果，理由：${reason}`,
  correctionOpened: ({ number, reason }) => `开启对第${number}次封存的更正，理由：${reason}`,
  correctionAbandoned: ({ number, reason }) => `放弃对第${number}次封存的更正，理由：${reason}`,
  resultsReleased: ({ number }) => `向单位公布第${number}次封存的结果`,
  resultsExported: ({ what, number }) =>
    `导出${what}${number === 0 ? '（未封存）' : `（第${number}次封存）`}`,
  sealedRead: ({ what, number }) => `查看${what}（第${number}次封存）`,
}
