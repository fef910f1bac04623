import { outcomeNames, rateNames } from '../../../../contract/survey/rateNames.ts'
import type { Progress } from '../surveyTypes.ts'

/** Shows the rates of response by AAPOR's formulas, and the counts of cases behind them. */
export function RatesPart({ progress: { rates, outcomes } }: { readonly progress: Progress }) {
  const shown = rateNames.filter(([name]) => rates[name] !== undefined)
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
        {Object.entries(outcomeNames)
          .filter(([code]) => (outcomes[code] ?? 0) > 0)
          .map(([code, words]) => `${words}${outcomes[code]}个`)
          .join('，')}
        。公式按美国民意研究协会《标准定义》第9版。
      </p>
    </section>
  )
}
