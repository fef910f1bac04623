import type { MeetingsRefusalValues } from '../../domain/kernel/meetingsRefusals.ts'

/** Chinese sentences for the refusals of debrief meetings. */
export const meetingsSentences: {
  readonly [C in keyof MeetingsRefusalValues]: (values: MeetingsRefusalValues[C]) => string
} = {
  meetingNotNow: ({ phase, needed }) =>
    `会议现在是“${phase}”，这一步只能在“${needed}”时做；请刷新后看会议的进展`,
  meetingFrozen: ({ phase }) =>
    `会议${phase}，票种、规则、述职人和次序不能再改；述职人不能到会的，请在投票开始前作出决定移出议程`,
  agendaEmpty: () => '议程上还没有述职的书记；请先排定议程',
  speakersWaiting: ({ count }) =>
    `还有${count}位书记没有述职，不能开始投票；请继续述职，不能述职的先移出议程`,
  notOnAgenda: ({ unit }) => `“${unit}”不在这次会议的议程上，或不作口头述职；请刷新后核对议程`,
  spokenAlready: ({ unit }) => `“${unit}”已经述职或正在述职；请选择下一位`,
  votingOpened: () => '投票已经开始，不能再这样改；必要时可以中止会议，另行召开',
  votingNotOpen: () => '投票没有开始或已经结束；请刷新后看会议的进展',
  closeNotLater: () => '投票没有定截止时间，或新的截止时间不晚于现在和原定的截止时间；请核对',
  lastOnAgenda: () => '议程上只剩这一位书记，不能移出；不再召开的请中止会议',
  classPresentTooMany: ({ voterClass, expected }) =>
    `“${voterClass}”实到人数超过应到的${expected}人；请核对后改正`,
}
