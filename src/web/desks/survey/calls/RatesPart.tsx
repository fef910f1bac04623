import type { Progress } from '../surveyTypes.ts'

/** The rates shown, by AAPOR's names: what each is called, and how it is computed. */
const RATES: readonly (readonly [name: string, title: string, says: string])[] = [
  ['RR1', '应答率（最严）', '完成的，占全部合格和情况不明的号码'],
  ['RR2', '应答率（含部分完成）', '完成和部分完成的，占全部合格和情况不明的号码'],
  ['RR3', '应答率（估计合格）', '完成的，占合格的号码；情况不明的按已知的合格比例折算'],
  ['COOP1', '合作率', '完成的，占联系上的合格对象'],
  ['REF1', '拒访率', '拒访和中途挂断的，占全部合格和情况不明的号码'],
  ['CON1', '联系率', '联系上的，占全部合格和情况不明的号码'],
]

/** Words of AAPOR's groups of cases. */
const OUTCOMES: Readonly<Record<string, string>> = {
  I: '完成',
  P: '部分完成',
  R: '拒访和中途挂断',
  NC: '没有联系上',
  O: '其他未访成',
  UH: '未拨、无人接听或占线',
  UO: '接听者不是本人',
  NE: '空号或不合格',
}

/** Shows the rates of response by AAPOR's formulas, and the counts of cases behind them. */
export function RatesPart({ progress: { rates, outcomes } }: { readonly progress: Progress }) {
  const shown = RATES.filter(([name]) => rates[name] !== undefined)
  if (shown.length === 0) return null
  return (
    <section aria-label="应答情况">
      <h2>应答情况</h2>
      <dl className="rate-list">
        {shown.map(([name, title, says]) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd className="rate-value">{(rates[name]! * 100).toFixed(1)}%</dd>
            <dd className="soft">{says}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {Object.entries(OUTCOMES)
          .filter(([code]) => (outcomes[code] ?? 0) > 0)
          .map(([code, words]) => `${words}${outcomes[code]}个`)
          .join('，')}
        。公式按美国民意研究协会《标准定义》第9版。
      </p>
    </section>
  )
}
