/** Chinese sentences for the year events. */
export const yearEvents = {
  yearOpened: ({
    scheme,
    number,
    roster,
    units,
  }: {
    scheme: string
    number: number
    roster: 'last' | 'empty'
    units: number
  }) =>
    `开启年度，采用方案“${scheme}”第${number}版，${roster === 'last' ? `沿用上年度名册（${units}个单位）` : '名册从空白开始'}`,
  schemeAdopted: ({ from, to, reason }: { from: string; to: string; hash: string; reason: string }) =>
    `把方案由${from}改为${to}，理由：${reason}`,
  phaseMoved: ({ from, to, reason }: { from: string; to: string; reason: string }) =>
    `把阶段由“${from}”推进到“${to}”${reason === '' ? '' : `，理由：${reason}`}`,
}
