/** 核查表的留痕事件. */
export interface SheetsEvents {
  readonly sheetReceived: {
    readonly sheet: string
    readonly quarter: number
    readonly findings: number
    readonly photos: number
    readonly hash: string
    readonly state: string
  }
  readonly sheetSigned: { readonly sheet: string; readonly how: string; readonly due: string }
  readonly sheetDoubled: { readonly sheet: string; readonly count: number }
  readonly sheetChosen: {
    readonly sheet: string
    readonly taken: number
    readonly setAside: number
    readonly reason: string
  }
  readonly findingsAccepted: { readonly sheet: string; readonly count: number }
  readonly findingObjected: {
    readonly sheet: string
    readonly finding: string
    readonly what: string
    readonly reason: string
  }
  readonly findingDecided: {
    readonly sheet: string
    readonly finding: string
    readonly ruling: string
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  readonly replyDaysSet: { readonly from: number; readonly to: number }
}

/** 核查表事件的句子. */
export const sheetsEventSentences: {
  readonly [K in keyof SheetsEvents]: (values: SheetsEvents[K]) => string
} = {
  sheetReceived: ({ quarter, findings, photos, hash, state }) =>
    `收到第${quarter}季度核查表：核查情况${findings}条，照片${photos}张，${state}，校验值${hash.slice(0, 12)}`,
  sheetSigned: ({ how, due }) => `核查表${how}，单位可在${due}前答复`,
  sheetDoubled: ({ count }) => `同一核查任务收到${count}份核查表，等待选定`,
  sheetChosen: ({ taken, setAside, reason }) =>
    `选定核查表${taken > 0 ? `，并入另一份的${taken}条核查情况` : ''}，另有${setAside}份不采用：${reason}`,
  findingsAccepted: ({ count }) => `单位认可核查情况${count}条`,
  findingObjected: ({ what, reason }) => `单位对核查情况“${what}”提出异议：${reason}`,
  findingDecided: ({ ruling, from, to, reason }) =>
    `裁定异议：${ruling}“${from}”${to === '' ? '' : `为“${to}”`}，理由：${reason}`,
  replyDaysSet: ({ from, to }) => `单位答复核查情况的期限由${from}个工作日改为${to}个工作日`,
}
