import { useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Due } from '../year/year.ts'

/** Lists what is late in any room, the longest first, with the first of the units. */
export function LateList({ of: { late } }: { readonly of: Due }) {
  const addressOf = useMend()
  return (
    <section aria-labelledby="late-head">
      <h2 id="late-head">逾期的</h2>
      {late.length === 0 && <p className="soft">没有逾期的。</p>}
      <ul className="line-list bare-list">
        {late.map(({ id, text, units, total, due, days, mend }) => {
          const to = addressOf(mend)
          return (
            <li key={id}>
              <span className="home-what">
                <strong>{to === undefined ? text : <GoLink to={to}>{text}</GoLink>}</strong>
                <span className="soft-line">
                  {units.join('、')}
                  {total > units.length && `等`}
                </span>
              </span>
              {due !== undefined && (
                <span className="home-when urgent">
                  {printDay(due)}，逾期{days}天
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
