import type { RoundsRefusalValues } from '../../domain/kernel/roundsRefusals.ts'

const REASONS = { ownUnit: '是其所在单位', ownGroup: '与其所在单位同属一个牵头单位' } as const

/** Chinese sentences for the round refusals. */
export const roundsSentences: {
  readonly [C in keyof RoundsRefusalValues]: (values: RoundsRefusalValues[C]) => string
} = {
  roundAlreadyIssued: ({ state }) => `这一轮${state}，不能再次下达；请刷新页面查看`,
  roundNotRunning: ({ state }) => `这一轮的状态是“${state}”，不能这样办理；请刷新页面查看`,
  roundUnfinished: ({ left }) => `还有 ${left} 个单位没有核查；仍要结束的，请写明理由`,
  roundBegun: ({ done }) => `已有 ${done} 个单位核查完毕，不能退回拟定；尚未核查的单位可以逐个调整`,
  roundClosed: ({ state }) => `这一轮${state}，不能修改安排；需要调整的，请先重新打开并写明理由`,
  roundNameTaken: ({ name }) => `本年度已有名为“${name}”的轮次；请换一个名称`,
  noneSupervised: ({ year }) => `${year}年度没有列为重点督查的单位，不用加查；请拟定核查全部单位的轮次`,
  roundDaysWrong: ({ from, to }) => `开始日期 ${from} 在结束日期 ${to} 之后，或不在本年度内；请核对日期`,
  planEmpty: () => '安排里还没有单位；请先由程序拟定，或逐个增加单位',
  planFaulty: ({ total, first }) => `安排里有 ${total} 处必须改正的问题，不能下达。第一处：${first}`,
  planWithoutInspectors: ({ active }) =>
    `可派的核查人员只有 ${active} 人，编不成组；请先在“核查人员”中至少登记 2 人`,
  ownInspection: ({ inspector, unit, why }) =>
    `${inspector}不能核查“${unit}”：该单位${REASONS[why]}；请另派人员`,
  unitAlreadyPlanned: ({ unit, round }) => `“${unit}”在“${round}”中已有安排；请直接修改那一项`,
  assignmentDone: ({ unit }) => `“${unit}”已核查完毕，这项安排不能再改；核查表有误的，请在核查表中更正`,
  inspectorUnknown: ({ inspector }) => `没有编号为“${inspector}”的核查人员；请刷新页面后重新选择`,
  inspectorInactive: ({ inspector }) => `${inspector}已停派；请另派人员，或先在“核查人员”中恢复`,
  inspectorAccountTaken: ({ account, inspector }) =>
    `账号“${account}”已是核查人员${inspector}的账号；请另选账号`,
  inspectorAccountUnfit: ({ account }) =>
    `账号“${account}”不存在或没有核查组的角色；请先在“账号”中开设并授予角色`,
  inspectorNameTaken: ({ name }) => `已有姓名和所在单位都相同的核查人员“${name}”；重名的请在姓名后加注区分`,
  inspectorStillAssigned: ({ inspector, total, units }) =>
    `${inspector}还有 ${total} 项未完成的核查与改后的所在单位相冲突（${units}）；请先在核查安排中改派他人`,
  notLedBy: ({ unit }) => `“${unit}”不是您牵头的成员单位，不能安排对它的核查`,
}
