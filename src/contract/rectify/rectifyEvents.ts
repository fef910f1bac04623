interface OfProblem {
  readonly problem: string
}

interface OfReview {
  readonly body: string
  readonly count: number
  readonly agrees: boolean
  readonly opinion: string
}

/** Chinese sentences for the events of problems and their rectification. */
export const rectifyEvents = {
  problemsDrafted: ({ count, units }: { count: number; units: number }) =>
    `由结果列入${count}个问题，涉及${units}个单位`,
  problemAdded: ({ problem }: OfProblem) => `列入问题：${problem}`,
  problemWorded: ({ from, problem }: OfProblem & { from: string }) => `问题由“${from}”改写为“${problem}”`,
  problemsMerged: ({ count, problem }: OfProblem & { count: number }) => `合并${count}个问题为“${problem}”`,
  problemDropped: ({ problem, reason }: OfProblem & { reason: string }) =>
    `撤下问题“${problem}”，理由：${reason}`,
  problemsReviewed: (of: OfReview) => describeReview(of, '审核同意', '问题'),
  problemsSent: ({
    count,
    units,
    objectUntil,
    planBy,
  }: {
    count: number
    units: number
    objectUntil: string
    planBy: string
  }) => `向${units}个单位下发${count}个问题，异议截止${objectUntil}，方案上报截止${planBy}`,
  problemsReceived: ({ count }: { count: number }) => `确认收到${count}个问题`,
  problemObjected: ({ problem, reason }: OfProblem & { reason: string }) =>
    `对问题“${problem}”提出异议：${reason}`,
  problemAnswered: ({ problem, outcome, reason }: OfProblem & { outcome: string; reason: string }) =>
    `答复对问题“${problem}”的异议：${outcome}，理由：${reason}`,
  problemPlanned: ({ problem }: OfProblem) => `填写问题“${problem}”的整改方案`,
  plansHandedIn: ({ count }: { count: number }) => `上报${count}个问题的整改方案`,
  plansVetted: (of: OfReview) => describeReview(of, '审核通过', '问题的整改方案'),
  problemProgress: ({ problem, text }: OfProblem & { text: string }) => `报告问题“${problem}”的进展：${text}`,
  problemExtensionAsked: ({ problem, until, reason }: OfProblem & { until: string; reason: string }) =>
    `申请问题“${problem}”延期到${until}，理由：${reason}`,
  problemExtensionAnswered: ({
    problem,
    granted,
    reason,
  }: OfProblem & { granted: boolean; reason: string }) =>
    `${granted ? '同意' : '不同意'}问题“${problem}”延期，理由：${reason}`,
  problemClaimed: ({ problem, text }: OfProblem & { text: string }) =>
    `报告问题“${problem}”整改完成：${text}`,
  problemChecked: ({
    problem,
    isMended,
    how,
    text,
  }: OfProblem & {
    isMended: boolean
    how: string
    text: string
  }) => `${how}问题“${problem}”，${isMended ? '整改到位，销号' : '整改不到位，退回'}：${text}`,
  problemsLookedBack: ({ from, count, units }: { from: number; count: number; units: number }) =>
    `把${from}年度的${count}个问题列入回头看，涉及${units}个单位`,
} as const

function describeReview({ body, count, agrees, opinion }: OfReview, agreed: string, what: string): string {
  return `${body}${agrees ? agreed : '退回'}${count}个${what}，意见：${opinion}`
}
