import { Clause } from '../../kit/explain/Clause.tsx'
import { Points } from '../../kit/Points.tsx'
import type { Counter, Counters, RowForecast } from './ledgerTypes.ts'

type Rule = RowForecast['rules'][number]

/** Forecasts deductions by rule with its clause: now, at the end of the year if nothing more is entered, and what inspectors could find. Omits faults that never occurred. */
export function Forecast({ of: { forecast, totals, year, counters } }: { readonly of: Counters }) {
  const duties = new Set(counters.filter(counter => counter.kind === 'done').map(counter => counter.counter))
  const rules = forecast
    .flatMap(({ citation, rules: own }) => own.map(rule => ({ citation, rule })))
    .filter(({ rule }) => rule.atEnd > 0 || rule.counters.some(counter => duties.has(counter)))
  if (rules.length === 0) return null
  const withRisk = totals.atRisk > totals.atEnd
  return (
    <section aria-labelledby="ledger-forecast">
      <h2 id="ledger-forecast">预计扣分</h2>
      <div className="matrix-box" tabIndex={0} role="region" aria-label="预计扣分">
        <table className="forecast">
          <thead>
            <tr>
              <th scope="col">扣分办法</th>
              <th scope="col">次数</th>
              <th scope="col" className="to-right">
                现在扣
              </th>
              <th scope="col" className="to-right">
                到年底扣
              </th>
              {withRisk && (
                <th scope="col" className="to-right">
                  核查可能扣
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ citation, rule }) => (
              <tr key={`${citation} ${rule.rule}`}>
                <th scope="row">
                  {rule.text} <Clause of={citation} year={year} />
                </th>
                <td>{describeShort(rule, counters)}</td>
                <td className="to-right">
                  <Points value={rule.now} strong={rule.now > 0} />
                </td>
                <td className="to-right">
                  <Points value={rule.atEnd} strong={rule.atEnd > 0} />
                </td>
                {withRisk && (
                  <td className="to-right">
                    <Points value={rule.atRisk} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              <td />
              <td className="to-right">
                <Points value={totals.now} strong />
              </td>
              <td className="to-right">
                <Points value={totals.atEnd} strong />
              </td>
              {withRisk && (
                <td className="to-right">
                  <Points value={totals.atRisk} strong />
                </td>
              )}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="soft">“到年底扣”假定以后不再登记；实地核查发现的问题另行扣分。</p>
      {withRisk && (
        <p className="soft">
          从未登记过的事项，台账不扣分，由核查组按实地情况扣；“核查可能扣”是核查时仍然没有的扣分。
        </p>
      )}
    </section>
  )
}

/** Describes the shortfall of the whole-year duties, or the number of faults. */
function describeShort({ shortAtEnd, counters: fed }: Rule, counters: readonly Counter[]): string {
  const own = counters.filter(counter => fed.includes(counter.counter))
  if (own.some(counter => counter.kind === 'fault')) return `有${shortAtEnd}次`
  const lacking = own.filter(counter => !counter.kept && counter.shortAtEnd > 0)
  const parts = [
    ...(shortAtEnd > 0 ? [`全年差${shortAtEnd}次`] : []),
    ...lacking.map(counter => (fed.length > 1 ? `${counter.name}从未登记` : '从未登记')),
  ]
  return parts.length === 0 ? '不差' : parts.join('，')
}
