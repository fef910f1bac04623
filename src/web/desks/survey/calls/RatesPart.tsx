import type { Progress } from '../surveyTypes.ts'

/** Names of AAPOR's rates that are shown, with what they count. */
const RATES: readonly (readonly [name: string, title: string, says: string])[] = [
  ['RR1', '应答率（最严）', '完成份数占全部合格和情况不明的号码'],
  ['RR2', '应答率（含部分完成）', '完成和部分完成占全部合格和情况不明的号码'],
  ['RR3', '应答率（估计合格）', '情况不明的号码按估计的合格比例计入'],
  ['COOP1', '合作率', '完成份数占联系上的合格对象'],
  ['REF1', '拒访率', '拒访和中途挂断占全部合格和情况不明的号码'],
  ['CON1', '联系率', '联系上的占全部合格和情况不明的号码'],
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
            <dt title={says}>
              {title} <span translate="no">{name}</span>
            </dt>
            <dd>{(rates[name]! * 100).toFixed(1)}%</dd>
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
