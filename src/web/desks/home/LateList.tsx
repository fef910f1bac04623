import { useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'
import type { Due } from '../year/year.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { DayWords } from '../../kit/DayWords.tsx'

/** Lists what others are late with in any room, the longest first, with the first of the units; what is late and waits for the reader stands in the list of that. */
export function LateList({ of: { year, late, waiting } }: { readonly of: Due }) {
  const addressOf = useMend()
  const isOwn = useSeesOwnOnly()
  if (late.length === 0) return null
  return (
    <section aria-labelledby="late-head">
      <h2 id="late-head">
        {isOwn ? '本单位' : '年内'}
        {waiting.some(one => one.late) ? '其他' : ''}逾期
        <span className="home-count urgent">{late.length}件</span>
      </h2>
      <ul className="line-list bare-list home-rows">
        {late.map(({ id, text, units, total, due, days, mend }) => {
          const to = addressOf(mend)
          return (
            <li key={id}>
              <span className="home-what">{to === undefined ? text : <GoLink to={to}>{text}</GoLink>}</span>
              {due !== undefined && days !== undefined && <DayWords year={year} due={due} days={-days} />}
              {!isOwn && (
                <span className="soft-line">
                  {units.join('、')}
                  {total > units.length && `等`}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
