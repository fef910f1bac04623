import { useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'
import { printDay } from '../../kit/printDay.ts'
import { whenIs } from '../../kit/whenIs.ts'
import type { Due } from '../year/year.ts'

/** Lists what waits for the reader, with the day and a link to the desk: late items first. */
export function WaitingList({ of: { waiting } }: { readonly of: Due }) {
  const addressOf = useMend()
  return (
    <section aria-labelledby="waiting-head">
      <h2 id="waiting-head">等我办理</h2>
      {waiting.length === 0 && <p className="soft">现在没有等您办理的事项。</p>}
      <ul className="line-list bare-list">
        {waiting.map(({ id, text, who, due, days, late, mend }) => {
          const to = addressOf(mend)
          return (
            <li key={id}>
              <span className="home-what">
                {to === undefined ? text : <GoLink to={to}>{text}</GoLink>}
                {who !== undefined && <span className="soft-line">{who}</span>}
              </span>
              {due !== undefined && days !== undefined && (
                <span className={late ? 'home-when urgent' : 'home-when'}>
                  {printDay(due)}，{late && days < 0 ? `逾期${-days}天` : whenIs(days)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
