/** AAPOR's rates that are shown, by their names there: what each is called, and how it is computed. */
export const rateNames: readonly (readonly [name: string, title: string, says: string])[] = [
  ['RR1', '应答率（最严）', '完成的，占全部合格和情况不明的号码'],
  ['RR2', '应答率（含部分完成）', '完成和部分完成的，占全部合格和情况不明的号码'],
  ['RR3', '应答率（估计合格）', '完成的，占合格的号码；情况不明的按已知的合格比例折算'],
  ['COOP1', '合作率', '完成的，占联系上的合格对象'],
  ['REF1', '拒访率', '拒访和中途挂断的，占全部合格和情况不明的号码'],
  ['CON1', '联系率', '联系上的，占全部合格和情况不明的号码'],
]

/** AAPOR's groups of cases. */
export const outcomeNames: Readonly<Record<string, string>> = {
  I: '完成',
  P: '部分完成',
  R: '拒访和中途挂断',
  NC: '没有联系上',
  O: '其他未访成',
  UH: '未拨、无人接听或占线',
  UO: '接听者不是本人',
  NE: '空号或不合格',
}
