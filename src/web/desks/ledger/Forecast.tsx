import { Clause } from '../../explain/Clause.tsx'
import { Points, printDecimal } from '../../parts/Points.tsx'
import type { Counters } from './ledgerTypes.ts'

/** 预计扣分: by row and rule, now and by the year's end if nothing more is entered. */
export function Forecast({ of: { forecast, totals, year, counters } }: { readonly of: Counters }) {
  const rules = forecast.flatMap(row => row.rules.map(rule => ({ row, rule })))
  if (rules.length === 0) return null
  const unkept = counters.filter(counter => counter.kind === 'done' && !counter.kept && counter.required !== undefined)
  return (
    <section aria-labelledby="ledger-forecast">
      <h2 id="ledger-forecast">预计扣分</h2>
      <div className="matrix-box" tabIndex={0} role="region" aria-label="预计扣分">
        <table className="forecast">
          <thead>
            <tr>
              <th scope="col">扣分办法</th>
              <th scope="col" className="to-right">
                已过期间
              </th>
              <th scope="col" className="to-right">
                现在扣
              </th>
              <th scope="col" className="to-right">
                全年还差
              </th>
              <th scope="col" className="to-right">
                到年底扣
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ row, rule }) => (
              <tr key={`${row.row} ${rule.rule}`}>
                <th scope="row">
                  {rule.text} <Clause of={row.citation} year={year} />
                </th>
                <td className="to-right">{rule.shortNow === 0 ? '不差' : `差${rule.shortNow}次`}</td>
                <td className="to-right">
                  <Points value={rule.now} strong={rule.now > 0} />
                </td>
                <td className="to-right">{rule.shortAtEnd === 0 ? '不差' : `${rule.shortAtEnd}次`}</td>
                <td className="to-right">
                  <Points value={rule.atEnd} strong={rule.atEnd > 0} />
                </td>
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
              <td />
              <td className="to-right">
                <Points value={totals.atEnd} strong />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="soft">按方案的扣分办法推算：假定以后不再登记。实地核查发现的问题另行扣分。</p>
      {unkept.length > 0 && totals.atRisk > totals.atEnd && (
        <p className="soft">
          {unkept.map(counter => counter.name).join('、')}
          一次也没有登记，台账不据此扣分，由核查组按实地情况扣；若核查时仍没有，连同以上最多扣
          {printDecimal(totals.atRisk)}分。
        </p>
      )}
    </section>
  )
}
