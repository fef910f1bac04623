/** Chinese sentences for the routine management events. */
export const routineEvents = {
  gradesPlaced: ({ component, changes }: { component: string; changes: string }) =>
    `评定${component}等次：${changes}`,
  boardSubmitted: ({
    component,
    grades,
    reason = '',
  }: {
    component: string
    grades: string
    reason?: string
  }) => `上报${component}等次评定：${grades}${reason === '' ? '' : `；退回后未改动的理由：${reason}`}`,
  boardReturned: ({
    component,
    reason,
    withdrawn,
  }: {
    component: string
    reason: string
    withdrawn: number
  }) =>
    `退回${component}等次评定${withdrawn === 0 ? '' : `，撤回已写入的${withdrawn}条等次`}，理由：${reason}`,
  boardAccepted: ({
    component,
    grades,
    written,
    replaced,
  }: {
    component: string
    grades: string
    written: number
    replaced: number
  }) =>
    `接收${component}等次评定：${grades}；写入${written}条等次${replaced === 0 ? '' : `，代替原有的${replaced}条`}`,
  boardsDueSet: ({ due }: { due: string }) => `要求等次评定于${due}前上报`,
  noFaultsRecorded: ({ reason }: { reason: string }) => `登记没有缺席和迟报、漏报、错报，依据：${reason}`,
  occasionRecorded: ({
    occasion,
    on,
    records,
    count,
  }: {
    occasion: string
    on: string
    records: string
    count: number
  }) => `登记${on}“${occasion}”${count === 0 ? '，没有缺席和迟报、漏报、错报' : `，${count}条：${records}`}`,
  faultsAdded: ({ occasion, on, records }: { occasion: string; on: string; records: string }) =>
    `在${on}“${occasion}”补登：${records}`,
  faultCorrected: ({
    occasion,
    from,
    to,
    reason,
  }: {
    occasion: string
    from: string
    to: string
    reason: string
  }) => `把“${occasion}”的“${from}”更正为“${to}”，理由：${reason}`,
  faultWithdrawn: ({ occasion, what, reason }: { occasion: string; what: string; reason: string }) =>
    `撤回“${occasion}”的“${what}”，理由：${reason}`,
  importedCountsReplaced: ({ what }: { what: string }) => `以逐条登记代替原来录入的台账计数：${what}`,
  leadDutyRecorded: ({ rule, amount, reason }: { rule: string; amount: string; reason: string }) =>
    `登记牵头职责扣分${amount}分（${rule}），理由：${reason}`,
  leadDutyWithdrawn: ({ rule, amount, reason }: { rule: string; amount: string; reason: string }) =>
    `撤回牵头职责扣分${amount}分（${rule}），理由：${reason}`,
}
