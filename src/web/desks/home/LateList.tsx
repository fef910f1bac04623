import { Link } from '@tanstack/react-router'
import { printDay } from '../../kit/printDay.ts'
import { lateOf } from './lateOf.ts'
import type { Year } from '../year/year.ts'

/** Lists overdue items by what was due, with the first of the late units. */
export function LateList({ of }: { readonly of: Year }) {
  const late = lateOf(of)
  return (
    <section aria-labelledby="late-head">
      <h2 id="late-head">谁逾期</h2>
      {late.length === 0 && <p>没有逾期的。</p>}
      {late.length > 0 && (
        <>
          <ul className="line-list bare-list">
            {late.map(({ key, what, due, days, units, total }) => (
              <li key={key}>
                <span className="home-what">
                  <strong>
                    {what}：{total}个单位
                  </strong>
                  <span className="soft-line">
                    {units.join('、')}
                    {total > units.length && `等`}
                  </span>
                </span>
                <span className="home-when urgent">
                  {due !== undefined && `${printDay(due)}，逾期${days}天`}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to={`/${of.year}/year/missing`}>查看缺项清单</Link>
          </p>
        </>
      )}
    </section>
  )
}
