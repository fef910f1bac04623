import { printQuarter } from '../../domain/kernel/calendar.ts'

/** Chinese sentences for the sheet events. */
export const sheetsEvents = {
  sheetReceived: ({
    quarter,
    findings,
    photos,
    hash,
    state,
  }: {
    sheet: string
    quarter: number
    findings: number
    photos: number
    hash: string
    state: string
  }) =>
    `收到${printQuarter(quarter)}核查表：核查情况${findings}条，照片${photos}张，${state}，校验值${hash.slice(0, 12)}`,
  sheetMended: ({
    takenOverFrom,
    signedFor,
    visitedOn,
  }: {
    sheet: string
    takenOverFrom?: string
    signedFor?: string
    visitedOn: string
  }) =>
    [
      takenOverFrom === undefined ? [] : `核查表接自同一部手机上的“${takenOverFrom}”`,
      signedFor === undefined ? [] : `签字后核查日期由${signedFor}更正为${visitedOn}`,
    ]
      .flat()
      .join('，'),
  sheetSigned: ({ how, due }: { sheet: string; how: string; due: string }) =>
    `核查表${how}，单位可在${due}前答复`,
  sheetDoubled: ({ count }: { sheet: string; count: number }) => `同一核查任务收到${count}份核查表，等待选定`,
  sheetChosen: ({
    taken,
    setAside,
    reason,
  }: {
    sheet: string
    taken: number
    setAside: number
    reason: string
  }) =>
    `选定核查表${taken > 0 ? `，并入另一份的${taken}条核查情况` : ''}，另有${setAside}份不采用：${reason}`,
  findingsAccepted: ({ count }: { sheet: string; count: number }) => `单位认可核查情况${count}条`,
  findingObjected: ({ what, reason }: { sheet: string; finding: string; what: string; reason: string }) =>
    `单位对核查情况“${what}”提出异议：${reason}`,
  findingDecided: ({
    ruling,
    from,
    to,
    reason,
  }: {
    sheet: string
    finding: string
    ruling: string
    from: string
    to: string
    reason: string
  }) => `裁定异议：${ruling}“${from}”${to === '' ? '' : `为“${to}”`}，理由：${reason}`,
  replyDaysSet: ({ from, to }: { from: number; to: number }) =>
    `单位答复核查情况的期限由${from}个工作日改为${to}个工作日`,
}
