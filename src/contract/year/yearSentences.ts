import type { YearRefusalValues } from '../../domain/kernel/yearRefusals.ts'

const WHY = { back: '这是倒回', skips: '这是跳过中间阶段', early: '还没有到通常的日期' } as const

/** Chinese sentences for the year refusals. */
export const yearSentences: {
  readonly [C in keyof YearRefusalValues]: (values: YearRefusalValues[C]) => string
} = {
  yearExists: ({ year }) => `${year}年度已经开启；请在年度列表中打开它`,
  versionInUse: ({ title, number }) => `本年度现在用的就是“${title}”第${number}版，不必改用`,
  factsUnfitForVersion: ({ total, faults }) =>
    `按新版本有${total}条已录入的事实不能成立，没有改用；请先改正这些事实或方案：${faults}`,
  noRosterBefore: ({ year }) => `没有${year}年度的名册可以沿用；请选择空白名册，再导入或录入单位`,
  phaseMovedMeanwhile: ({ phase }) => `年度现在处于“${phase}”阶段，刚才有人推进过；请刷新后再试`,
  phaseWaitsForCorrection: () => '正在更正已封存的结果，不能推进阶段；请先重新封存，或放弃更正',
  phaseWaitsForRelease: ({ phase }) => `结果还没有向单位公布，不能进入“${phase}”阶段；请先公布`,
  phaseByDeed: ({ phase }) => `“${phase}”不能直接进入，由封存或审定达到；请在结果页封存，由领导小组审定`,
  phaseOutOfReach: ({ from, to }) =>
    `不能由“${from}”直接改为“${to}”；封存以前和审定以后的阶段之间，要经过封存、审定或更正`,
  phaseNeedsReason: ({ from, to, why }) =>
    `由“${from}”到“${to}”不合通常次序（${WHY[why]}）；请写明理由后再提交`,
  yearSealed: ({ phase }) =>
    `本年度结果处于“${phase}”，名册、事实和方案不能改动；确有错误请由组织考核者写明理由、开启更正`,
  sealNotYet: ({ phase, needed }) => `年度处于“${phase}”阶段，还不能封存；请先推进到“${needed}”`,
  sealBlocked: ({ total, checks }) => `封存前检查有${total}项未通过，没有封存：${checks}；请逐项处理后再封存`,
  nothingToJudge: ({ phase }) => `年度处于“${phase}”，没有待审定的结果；请刷新后查看`,
  sealNotLatest: ({ seal, latest }) => `第${seal}次封存不是最新的，最新的是第${latest}次；请刷新后核对`,
  notSealed: ({ phase }) => `年度处于“${phase}”阶段，还没有封存，可以直接修改，不必开启更正`,
  notApproved: ({ phase }) => `年度处于“${phase}”，结果还没有审定；请先由领导小组审定`,
  alreadyReleased: () => '结果已经向单位公布过了，不必重复公布',
  alreadyCorrecting: ({ reason }) => `已经在更正（理由：${reason}）；请先完成这次更正或放弃它`,
  notCorrecting: () => '现在没有正在进行的更正；请刷新后查看',
  correctionChanged: () => '更正开启后已有改动，不能放弃；请完成改动后重新封存',
}
