/** Chinese sentences for the events of debrief meetings. */
export const meetingsEvents = {
  meetingPlanned: ({
    name,
    on,
    place,
    speakers,
  }: {
    name: string
    on: string
    place: string
    speakers: number
  }) => `安排“${name}”：${on}，${place}，述职${speakers}人`,
  rehearsalBegun: ({ name, on, place }: { name: string; on: string; place: string; speakers: number }) =>
    `开始“${name}”：${on}，${place}`,
  rehearsalEnded: ({ name }: { name: string }) => `结束“${name}”，演练的会议、票和计票全部删去`,
  meetingEdited: ({ name }: { name: string }) => `修改“${name}”的安排`,
  agendaArranged: ({ name, how }: { name: string; how: string }) => `排定“${name}”的议程：${how}`,
  agendaDrawn: ({ name, seed, fingerprint }: { name: string; seed: string; fingerprint: string }) =>
    `抽签排定“${name}”的次序，种子${seed}，名单指纹${fingerprint}`,
  presentCounted: ({ name, present }: { name: string; present: string }) =>
    `登记“${name}”实到人数：${present}`,
  meetingIssued: ({ name }: { name: string }) => `“${name}”印发票，安排定案`,
  meetingStarted: ({ name }: { name: string }) => `“${name}”开始`,
  speechCalled: ({ name, unit }: { name: string; unit: string }) => `“${name}”：${unit}书记述职`,
  speechesEnded: ({ name }: { name: string }) => `“${name}”述职完毕`,
  speechPaused: ({ name, paused }: { name: string; paused: boolean }) =>
    `“${name}”${paused ? '暂停计时' : '继续计时'}`,
  meetingVotingOpened: ({ name, until }: { name: string; until: string }) =>
    `“${name}”开始投票${until === '' ? '' : `，至${until}截止`}`,
  meetingVotingClosed: ({ name }: { name: string }) => `“${name}”投票结束`,
  speakerRemoved: ({ name, unit, reason }: { name: string; unit: string; reason: string }) =>
    `“${name}”：${unit}书记移出议程，理由：${reason}`,
  closeMoved: ({ name, until, reason }: { name: string; until: string; reason: string }) =>
    `“${name}”投票截止延至${until}，理由：${reason}`,
  meetingBrokenOff: ({ name, reason }: { name: string; reason: string }) =>
    `“${name}”中止，票不计，理由：${reason}`,
  meetingReported: ({ name }: { name: string }) => `上报“${name}”的结果`,
  meetingAccepted: ({ name, facts }: { name: string; facts: number }) =>
    `认定“${name}”的结果，计票结果${facts}条记入年度`,
  ballotsReplaced: ({ name, facts, reason }: { name: string; facts: number; reason: string }) =>
    `以“${name}”代替原来的票和计票结果${facts}条，理由：${reason}`,
  meetingReturned: ({ name, reason }: { name: string; reason: string }) =>
    `退回“${name}”的结果，理由：${reason}`,
  meetingTakenBack: ({ name, facts, reason }: { name: string; facts: number; reason: string }) =>
    `收回“${name}”结果的认定，撤回计票结果${facts}条，理由：${reason}`,
  meetingNoted: ({ name }: { name: string }) => `在“${name}”留下监督指导记录`,
  meetingEntered: ({ name, units }: { name: string; units: number }) =>
    `录入另行召开的“${name}”的计票结果，${units}个单位`,
  recountAskedFor: ({ name, reason }: { name: string; reason: string }) =>
    `对“${name}”申请重新计票，理由：${reason}`,
  recountAnsweredTo: ({ name, answer }: { name: string; answer: string }) =>
    `答复对“${name}”重新计票的申请：${answer}`,
  debriefsRecorded: ({ name, people }: { name: string; people: number }) =>
    `把“${name}”的计票登记到双述双评，${people}人`,
  debriefsReopened: ({ name, reason }: { name: string; reason: string }) =>
    `收回“${name}”的计票和登记，理由：${reason}`,
  screenPaired: ({ name, what }: { name: string; what: string }) => `取得“${name}”${what}的配对码`,
}
