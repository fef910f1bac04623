/** 日常管理的留痕事件. */
export interface RoutineEvents {
  readonly gradesPlaced: { readonly component: string; readonly changes: string }
  readonly boardSubmitted: { readonly component: string; readonly grades: string }
  readonly boardReturned: { readonly component: string; readonly reason: string; readonly withdrawn: number }
  readonly boardAccepted: {
    readonly component: string
    readonly grades: string
    readonly written: number
    readonly replaced: number
  }
  readonly boardsDueSet: { readonly due: string }
  readonly occasionRecorded: {
    readonly occasion: string
    readonly on: string
    readonly records: string
    readonly count: number
  }
  readonly faultsAdded: { readonly occasion: string; readonly on: string; readonly records: string }
  readonly faultCorrected: {
    readonly occasion: string
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  readonly faultWithdrawn: { readonly occasion: string; readonly what: string; readonly reason: string }
  readonly importedCountsReplaced: { readonly what: string }
  readonly leadDutyRecorded: { readonly rule: string; readonly amount: string; readonly reason: string }
  readonly leadDutyWithdrawn: { readonly rule: string; readonly amount: string; readonly reason: string }
}

/** 日常管理事件的句子. */
export const routineEventSentences: {
  readonly [K in keyof RoutineEvents]: (values: RoutineEvents[K]) => string
} = {
  gradesPlaced: ({ component, changes }) => `评定${component}等次：${changes}`,
  boardSubmitted: ({ component, grades }) => `上报${component}等次评定：${grades}`,
  boardReturned: ({ component, reason, withdrawn }) =>
    `退回${component}等次评定${withdrawn === 0 ? '' : `，撤回已写入的${withdrawn}条等次`}，理由：${reason}`,
  boardAccepted: ({ component, grades, written, replaced }) =>
    `接收${component}等次评定：${grades}；写入${written}条等次${replaced === 0 ? '' : `，代替原有的${replaced}条`}`,
  boardsDueSet: ({ due }) => `要求等次评定于${due}前上报`,
  occasionRecorded: ({ occasion, on, records, count }) =>
    `登记${on}“${occasion}”${count === 0 ? '，没有缺席和迟报、漏报、错报' : `，${count}条：${records}`}`,
  faultsAdded: ({ occasion, on, records }) => `在${on}“${occasion}”补登：${records}`,
  faultCorrected: ({ occasion, from, to, reason }) =>
    `把“${occasion}”的“${from}”更正为“${to}”，理由：${reason}`,
  faultWithdrawn: ({ occasion, what, reason }) => `撤回“${occasion}”的“${what}”，理由：${reason}`,
  importedCountsReplaced: ({ what }) => `以逐条登记代替原来录入的台账计数：${what}`,
  leadDutyRecorded: ({ rule, amount, reason }) => `登记牵头职责扣分${amount}分（${rule}），理由：${reason}`,
  leadDutyWithdrawn: ({ rule, amount, reason }) => `撤回牵头职责扣分${amount}分（${rule}），理由：${reason}`,
}
