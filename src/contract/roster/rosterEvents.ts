/** 名册的留痕事件. Units by name; `changes` say in Chinese what became of what. */
export interface RosterEvents {
  readonly unitAdded: { readonly unit: string; readonly name: string; readonly holders: number }
  readonly unitChanged: { readonly unit: string; readonly name: string; readonly changes: readonly string[] }
  readonly unitRenamed: {
    readonly unit: string
    readonly from: string
    readonly to: string
    readonly on: string
  }
  readonly unitMerged: {
    readonly unit: string
    readonly name: string
    readonly into: string
    readonly intoName: string
    readonly on: string
  }
  readonly unitRemoved: { readonly unit: string; readonly name: string }
  readonly rosterCopied: {
    readonly from: number
    readonly to: number
    readonly units: number
    readonly holders: number
    readonly left: number
  }
}

/** 名册事件的句子. */
export const rosterEventSentences: {
  readonly [K in keyof RosterEvents]: (values: RosterEvents[K]) => string
} = {
  unitAdded: ({ unit, name, holders }) => `名册增加单位“${name}”（${unit}），任职 ${holders} 条`,
  unitChanged: ({ unit, name, changes }) => `修改单位“${name}”（${unit}）：${changes.join('；')}`,
  unitRenamed: ({ unit, from, to, on }) => `单位“${from}”（${unit}）自 ${on} 起改名“${to}”`,
  unitMerged: ({ unit, name, into, intoName, on }) =>
    `单位“${name}”（${unit}）于 ${on} 并入“${intoName}”（${into}）`,
  unitRemoved: ({ unit, name }) => `从名册删去单位“${name}”（${unit}）`,
  rosterCopied: ({ from, to, units, holders, left }) =>
    `由${from}年度名册复制为${to}年度名册：单位 ${units} 个，任职 ${holders} 条${left > 0 ? `，已撤销的 ${left} 个单位没有带过来` : ''}`,
}
