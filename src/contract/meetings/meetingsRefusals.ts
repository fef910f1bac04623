import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the meetings room says no: a permanent code, and the Chinese sentence of its values. */
export const meetingsRefusals = {
  noMeetings: () => '本年度的方案没有规定述职测评会议；需要的请先在方案中补上',
  noSuchMeetingKind: ({ known }: { known: string }) =>
    `方案中没有这种会议，可选的有：${known}；请刷新后重新选择`,
  meetingLeadMissing: () => '这种会议由牵头单位分别召开；请选择牵头单位',
  nobodyDebriefs: ({ name }: { name: string }) => `“${name}”没有要述职的书记；请在名册中核对单位和层级`,
  notConvenor: ({ name }: { name: string }) => `“${name}”不由您召集；请由召集单位的人员办理`,
  meetingDayOutside: ({ from, due }: { from: string; due: string }) =>
    `会议日期应在方案规定的${from}至${due}之间；请改日期，方案有误的请先改方案`,
  tellerIsScrutineer: ({ name }: { name: string }) =>
    `计票人和监票人都写了“${name}”；计票和监票应由两人分别担任，请另定一人`,
  meetingThere: ({ name }: { name: string }) => `“${name}”已经安排，不必再安排；要改的请打开那次会议`,
  agendaNotWhole: ({ units }: { units: string }) => `议程与应述职的书记不一致：${units}；请刷新后重新排定`,
  noSuchVoterClass: ({ known }: { known: string }) => `方案中没有这个票种，可选的有：${known}；请刷新后重试`,
  meetingUncounted: () => '这次会议还没有计票，不能上报；请先计票',
  rehearsalNotReported: () => '这是演练，成绩不上报；请用正式的会议',
  notRehearsal: ({ name }: { name: string }) => `“${name}”不是演练，不能删去；不再召开的请中止会议`,
  scoredAlready: ({ unit }: { unit: string }) =>
    `“${unit}”本年度已有述职测评的票或计票结果，再认定就重复了；以这次会议为准的，请点“代替原来的得分”，否则退回这次会议`,
  scoredElsewhere: ({ unit }: { unit: string }) =>
    `“${unit}”原来的得分不能由这次会议代替：出自另一次会议，或同一张票上还有不在这次会议述职的单位；请先收回那次会议的认定，或重新导入不含这些单位的票`,
  recountClosed: ({ until }: { until: string }) =>
    until === '' ? '方案没有规定可以申请重新计票，或成绩还没有认定' : `申请重新计票的期限${until}已过`,
  recountAsked: () => '这位书记已经申请过重新计票；请等答复',
  recountAnswered: () => '这份申请已经答复，或已不在；请刷新后再看',
  countSheetFaulty: ({ faults }: { faults: string }) => `计票结果有误：${faults}；请对照计票表改正`,
  meetingOfDebriefs: ({ name }: { name: string }) =>
    `“${name}”是双述双评会议，不上报、不认定，也没有计分的纪要；计票后请点“登记到双述双评”`,
  notDebriefMeeting: ({ name }: { name: string }) =>
    `“${name}”不是双述双评会议，结果不登记到双述双评；请按会议的步骤上报`,
  debriefPresentMissing: () => '还没有登记实到人数；请先在会议页面登记各票种实到人数，再开始投票',
  debriefNobodyChosen: () => '没有选择述职的人；请至少选择一名，已经登记这次述职评议的不再选',
  pairingUnknown: () => '配对码不对或已过期；请在会议页面重新取得',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof meetingsRefusals> {}
}
