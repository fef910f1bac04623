/** 年度的留痕事件. Phases come as their Chinese names. */
export interface YearEvents {
  readonly yearOpened: {
    readonly scheme: string
    readonly number: number
    readonly roster: 'last' | 'empty'
    readonly units: number
  }
  readonly schemeAdopted: {
    readonly from: string
    readonly to: string
    readonly hash: string
    readonly reason: string
  }
  readonly phaseMoved: { readonly from: string; readonly to: string; readonly reason: string }
}

/** 年度事件的句子. */
export const yearEventSentences: { readonly [K in keyof YearEvents]: (values: YearEvents[K]) => string } = {
  yearOpened: ({ scheme, number, roster, units }) =>
    `开启年度，采用方案“${scheme}”第${number}版，${roster === 'last' ? `沿用上年度名册（${units}个单位）` : '名册从空白开始'}`,
  schemeAdopted: ({ from, to, reason }) => `把方案由${from}改为${to}，理由：${reason}`,
  phaseMoved: ({ from, to, reason }) =>
    `把阶段由“${from}”推进到“${to}”${reason === '' ? '' : `，理由：${reason}`}`,
}
