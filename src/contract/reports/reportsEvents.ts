/** Chinese sentences for the debrief report events. */
export const reportsEvents = {
  reportsPacked: ({ count }: { count: number }) => `打包下载述职报告${count}份`,
  reportHandedIn: ({
    nth,
    words,
    late,
    shareReason,
  }: {
    nth: number
    words: number
    late: boolean
    shareReason: string
  }) =>
    `上报述职报告第${nth}稿（${words}字）${late ? '，已过期限' : ''}${shareReason === '' ? '' : `，篇幅比例的说明：${shareReason}`}`,
  reportTakenIn: ({
    nth,
    words,
    how,
    arrivedOn,
    reason,
  }: {
    nth: number
    words: number
    how: string
    arrivedOn: string
    reason: string
  }) =>
    `代收述职报告第${nth}稿（${words}字），${how}，${arrivedOn}收到${reason === '' ? '' : `，说明：${reason}`}`,
  reportSigned: ({ vetter, nth }: { vetter: string; nth: number }) => `${vetter}审核通过述职报告第${nth}稿`,
  reportReturned: ({ vetter, nth, reason }: { vetter: string; nth: number; reason: string }) =>
    `${vetter}退回述职报告第${nth}稿，理由：${reason}`,
  reportCommented: ({ vetter, nth, text }: { vetter: string; nth: number; text: string }) =>
    `${vetter}批注述职报告第${nth}稿：${text}`,
  reportCommentWithdrawn: ({ vetter }: { vetter: string }) => `${vetter}撤回一条批注`,
  reportLimitWaived: ({ limit, reason }: { limit: number; reason: string }) =>
    `准许述职报告超过${limit}字，理由：${reason}`,
  reportSlidesSet: ({ name, pages }: { name: string; pages: number }) =>
    name === '' ? '取下述职演示文稿' : `附上述职演示文稿“${name}”，${pages}页`,
  reportLatenessConfirmed: ({ what }: { what: string }) => `确认述职报告${what}，记入台账`,
  reportLatenessDropped: ({ what, reason }: { what: string; reason: string }) =>
    `述职报告${what}不予登记，理由：${reason}`,
} as const
