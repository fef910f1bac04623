/** Chinese sentences for the events of publication. */
export const publishEvents = {
  publicationPlanned: ({ from, to, parts }: { from: string; to: string; parts: string }) =>
    `安排公示：${from}至${to}，内容为${parts}`,
  publicationReleased: ({
    from,
    to,
    units,
    hash,
  }: {
    from: string
    to: string
    units: number
    hash: string
  }) => `发布公示：${from}至${to}，${units}个单位，内容指纹${hash}`,
  publicationExtended: ({ to, reason }: { to: string; reason: string }) => `公示延长到${to}，理由：${reason}`,
  publicationWithdrawn: ({ reason }: { reason: string }) => `撤下公示，理由：${reason}`,
  sitePacked: ({ units }: { units: number }) => `打包下载${units}个单位的公示网页`,
  commentTaken: ({ way }: { way: string }) => `代为登记一条${way}收到的公示留言`,
  commentShown: ({ hash }: { hash: string }) => `审核公示留言：显示，原文指纹${hash}`,
  commentWithheld: ({ reason, hash }: { reason: string; hash: string }) =>
    `审核公示留言：隐藏，理由：${reason}，原文指纹${hash}`,
  commentReplied: ({ hash }: { hash: string }) => `答复公示留言，原文指纹${hash}`,
  commentProblem: ({ problem, hash }: { problem: string; hash: string }) =>
    `由公示留言列入问题：${problem}，原文指纹${hash}`,
  commentDestroyed: ({ reason, hash }: { reason: string; hash: string }) =>
    `销毁公示留言的内容，理由：${reason}，原文指纹${hash}`,
  boardRecorded: ({
    kind,
    place,
    up,
    down,
    photos,
  }: {
    /** Missing in lines written before a unit could record its web site. */
    kind?: string
    place: string
    up: string
    down: string
    photos?: number
  }) =>
    `登记${kind ?? '宣传栏'}公示：${place}，${up}起${down === '' ? '' : `，${down}撤下`}${photos ? `，照片${photos}张` : ''}`,
}
