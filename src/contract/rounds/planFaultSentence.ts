import type { PlanFault, PlanFaultKind, PlanFaultValues } from '../../domain/campaign/plan/planFaults.ts'
import { printDay } from '../../domain/kernel/calendar.ts'

/** Names that the sentence of a plan fault refers to. */
export interface PlanNames {
  readonly unit: (id: string) => string
  readonly inspector: (id: string) => string
}

type Tell<K extends PlanFaultKind> = (
  values: PlanFaultValues[K],
  at: { readonly unit: string },
  names: PlanNames,
) => string

const sentences: { readonly [K in PlanFaultKind]: Tell<K> } = {
  ownUnit: ({ inspector }, { unit }, names) =>
    `${names.inspector(inspector)}是“${unit}”的人，不能核查本单位；请另派人员`,
  ownGroup: ({ inspector, group }, { unit }, names) =>
    `${names.inspector(inspector)}与“${unit}”同属“${names.unit(group)}”系统，应当回避；请另派人员`,
  sameTime: ({ inspector, day, units }, _, names) =>
    `${names.inspector(inspector)}在${printDay(day)}被派往不同的组（${units.map(names.unit).join('、')}）；请改其中一项的日期或人员`,
  nobody: (_, { unit }) => `“${unit}”没有派人；请选定两三名核查人员`,
  leftOut: ({ inspector }, { unit }, names) =>
    `“${unit}”派的${names.inspector(inspector)}已停派或不在名单中；请另派人员`,
  noDay: (_, { unit }) => `“${unit}”没有定日期；请选定一天`,
  outsideWindow: ({ day, from, to }, { unit }) =>
    `“${unit}”定在${printDay(day)}，不在本轮起止日期（${printDay(from)}至${printDay(to)}）之内；请改日期`,
  unitGone: (_, { unit }) => `“${unit}”已不在名册中；请撤去这一项`,
  alone: ({ inspector }, { unit }, names) =>
    `“${unit}”只派了${names.inspector(inspector)}一人；最好两三人同去，请增派`,
  crowded: ({ persons }, { unit }) => `“${unit}”派了 ${persons} 人；一组两三人为宜，请减少`,
  twiceRunning: ({ inspector }, { unit }, names) =>
    `${names.inspector(inspector)}上一轮也核查过“${unit}”；最好换人`,
  restDay: ({ day }, { unit }) => `“${unit}”定在${printDay(day)}，是周末；请核对日期`,
  overloaded: ({ inspector, day, units, most }, _, names) =>
    `${names.inspector(inspector)}在${printDay(day)}要去 ${units} 个单位，多于每日 ${most} 个；请挪开几个`,
  unplanned: ({ total, units }, _, names) =>
    `有 ${total} 个单位没有排上（${units.map(names.unit).join('、')}${total > units.length ? '等' : ''}）；请逐个增加，或放宽日期、增加人员后重新拟定`,
  uneven: ({ most, least, busiest, idlest }, _, names) =>
    `各人承担的单位数相差较大：${names.inspector(busiest)} ${most} 个，${names.inspector(idlest)} ${least} 个；请调剂几个单位`,
  apart: ({ parts, smallest }, _, names) =>
    `核查人员分成了互不交叉的 ${parts} 拨（${smallest.map(names.inspector).join('、')}与他人没有同去过），尺度无从比较；请让各组互换人员`,
  fewShared: ({ inspector, shared, wanted }, _, names) =>
    `${names.inspector(inspector)}只与 ${shared} 人同去过单位，少于 ${wanted} 人，尺度不易比较；请换几次搭档`,
}

/** Returns the sentence for a plan fault: what is wrong and what to do. */
export function planFaultSentence(fault: PlanFault, names: PlanNames): string {
  const describe = sentences[fault.kind] as Tell<PlanFaultKind>
  return describe(
    fault.values as never,
    { unit: fault.unit === undefined ? '' : names.unit(fault.unit) },
    names,
  )
}
