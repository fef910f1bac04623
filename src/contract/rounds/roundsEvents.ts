/** 核查轮次的留痕事件. */
export interface RoundsEvents {
  readonly inspectorsAdded: { readonly names: readonly string[]; readonly from: 'form' | 'workbook' }
  readonly inspectorChanged: { readonly name: string; readonly changes: readonly string[] }
  readonly roundMade: {
    readonly name: string
    readonly quarter: number
    readonly from: string
    readonly to: string
  }
  readonly roundChanged: { readonly name: string; readonly changes: readonly string[] }
  readonly roundRemoved: { readonly name: string; readonly planned: number }
  readonly planProposed: {
    readonly round: string
    readonly placed: number
    readonly unplaced: number
    readonly seed: string
  }
  readonly assignmentMade: {
    readonly round: string
    readonly unitName: string
    readonly people: string
    readonly on: string
  }
  readonly assignmentChanged: {
    readonly round: string
    readonly unitName: string
    readonly changes: readonly string[]
  }
  readonly assignmentRemoved: { readonly round: string; readonly unitName: string }
  readonly roundIssued: { readonly name: string; readonly units: number; readonly warnings: number }
  readonly roundEnded: { readonly name: string; readonly left: number; readonly reason: string }
  readonly roundReopened: { readonly name: string; readonly to: string; readonly reason: string }
  readonly leadInspectionPlanned: { readonly unitName: string; readonly people: string; readonly on: string }
  readonly leadInspectionRemoved: { readonly unitName: string; readonly on: string }
}

/** 核查轮次事件的句子. */
export const roundsEventSentences: {
  readonly [K in keyof RoundsEvents]: (values: RoundsEvents[K]) => string
} = {
  inspectorsAdded: ({ names, from }) =>
    `${from === 'workbook' ? '由工作簿导入' : '登记'}核查人员 ${names.length} 人：${names.slice(0, 10).join('、')}${names.length > 10 ? '等' : ''}`,
  inspectorChanged: ({ name, changes }) => `修改核查人员${name}：${changes.join('；')}`,
  roundMade: ({ name, quarter, from, to }) => `拟定第${quarter}季度的核查轮次“${name}”，${from}至${to}`,
  roundChanged: ({ name, changes }) => `修改核查轮次“${name}”：${changes.join('；')}`,
  roundRemoved: ({ name, planned }) => `删去未下达的核查轮次“${name}”，其中有 ${planned} 项安排`,
  planProposed: ({ round, placed, unplaced, seed }) =>
    `由程序拟出“${round}”的安排：${placed} 个单位${unplaced > 0 ? `，另有 ${unplaced} 个没有排上` : ''}，种子“${seed}”`,
  assignmentMade: ({ round, unitName, people, on }) =>
    `“${round}”增加对“${unitName}”的核查：${people}，${on}`,
  assignmentChanged: ({ round, unitName, changes }) =>
    `调整“${round}”对“${unitName}”的核查：${changes.join('；')}`,
  assignmentRemoved: ({ round, unitName }) => `“${round}”撤去对“${unitName}”的核查`,
  roundIssued: ({ name, units, warnings }) =>
    `下达核查轮次“${name}”，${units} 个单位${warnings > 0 ? `，下达时有 ${warnings} 处提醒` : ''}`,
  roundEnded: ({ name, left, reason }) =>
    `结束核查轮次“${name}”${left > 0 ? `，还有 ${left} 个单位未核查` : ''}${reason === '' ? '' : `：${reason}`}`,
  roundReopened: ({ name, to, reason }) => `重新打开核查轮次“${name}”，状态改为${to}：${reason}`,
  leadInspectionPlanned: ({ unitName, people, on }) => `牵头单位安排对“${unitName}”的核查：${people}，${on}`,
  leadInspectionRemoved: ({ unitName, on }) => `牵头单位撤去${on}对“${unitName}”的核查`,
}
