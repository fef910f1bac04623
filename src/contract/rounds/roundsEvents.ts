import { printQuarter } from '../../domain/kernel/calendar.ts'

/** Chinese sentences for the round events. */
export const roundsEvents = {
  inspectorsAdded: ({ names, from }: { names: readonly string[]; from: 'form' | 'workbook' }) =>
    `${from === 'workbook' ? '由工作簿导入' : '登记'}核查人员 ${names.length} 人：${names.slice(0, 10).join('、')}${names.length > 10 ? '等' : ''}`,
  inspectorChanged: ({ name, changes }: { name: string; changes: readonly string[] }) =>
    `修改核查人员${name}：${changes.join('；')}`,
  roundMade: ({ name, quarter, from, to }: { name: string; quarter: number; from: string; to: string }) =>
    `拟定${printQuarter(quarter)}的核查轮次“${name}”，${from}至${to}`,
  roundChanged: ({ name, changes }: { name: string; changes: readonly string[] }) =>
    `修改核查轮次“${name}”：${changes.join('；')}`,
  roundRemoved: ({ name, planned }: { name: string; planned: number }) =>
    `删去未下达的核查轮次“${name}”，其中有 ${planned} 项安排`,
  planProposed: ({
    round,
    placed,
    unplaced,
    seed,
  }: {
    round: string
    placed: number
    unplaced: number
    seed: string
  }) =>
    `由程序拟出“${round}”的安排：${placed} 个单位${unplaced > 0 ? `，另有 ${unplaced} 个没有排上` : ''}，种子“${seed}”`,
  assignmentMade: ({
    round,
    unitName,
    people,
    on,
  }: {
    round: string
    unitName: string
    people: string
    on: string
  }) => `“${round}”增加对“${unitName}”的核查：${people}，${on}`,
  assignmentChanged: ({
    round,
    unitName,
    changes,
  }: {
    round: string
    unitName: string
    changes: readonly string[]
  }) => `调整“${round}”对“${unitName}”的核查：${changes.join('；')}`,
  assignmentRemoved: ({ round, unitName }: { round: string; unitName: string }) =>
    `“${round}”撤去对“${unitName}”的核查`,
  roundIssued: ({ name, units, warnings }: { name: string; units: number; warnings: number }) =>
    `下达核查轮次“${name}”，${units} 个单位${warnings > 0 ? `，下达时有 ${warnings} 处提醒` : ''}`,
  roundEnded: ({ name, left, reason }: { name: string; left: number; reason: string }) =>
    `结束核查轮次“${name}”${left > 0 ? `，还有 ${left} 个单位未核查` : ''}${reason === '' ? '' : `：${reason}`}`,
  roundReopened: ({ name, to, reason }: { name: string; to: string; reason: string }) =>
    `重新打开核查轮次“${name}”，状态改为${to}：${reason}`,
  leadInspectionPlanned: ({ unitName, people, on }: { unitName: string; people: string; on: string }) =>
    `牵头单位安排对“${unitName}”的核查：${people}，${on}`,
  leadInspectionRemoved: ({ unitName, on }: { unitName: string; on: string }) =>
    `牵头单位撤去${on}对“${unitName}”的核查`,
}
