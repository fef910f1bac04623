/** Chinese sentences for the roster events. */
export const rosterEvents = {
  unitAdded: ({ unit, name, holders }: { unit: string; name: string; holders: number }) =>
    `名册增加单位“${name}”（${unit}），任职 ${holders} 条`,
  unitChanged: ({ unit, name, changes }: { unit: string; name: string; changes: readonly string[] }) =>
    `修改单位“${name}”（${unit}）：${changes.join('；')}`,
  unitRenamed: ({ unit, from, to, on }: { unit: string; from: string; to: string; on: string }) =>
    `单位“${from}”（${unit}）自 ${on} 起改名“${to}”`,
  unitMerged: ({
    unit,
    name,
    into,
    intoName,
    on,
  }: {
    unit: string
    name: string
    into: string
    intoName: string
    on: string
  }) => `单位“${name}”（${unit}）于 ${on} 并入“${intoName}”（${into}）`,
  unitRemoved: ({ unit, name }: { unit: string; name: string }) => `从名册删去单位“${name}”（${unit}）`,
  rosterCopied: ({
    from,
    to,
    units,
    holders,
    left,
  }: {
    from: number
    to: number
    units: number
    holders: number
    left: number
  }) =>
    `由${from}年度名册复制为${to}年度名册：单位 ${units} 个，任职 ${holders} 条${left > 0 ? `，已撤销的 ${left} 个单位没有带过来` : ''}`,
}
