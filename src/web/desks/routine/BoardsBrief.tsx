import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/SessionContext.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { printDay } from '../../parts/printDay.ts'
import { waitingBoards } from './waitingBoards.ts'

/** 首页的等次评定: the board that its lead unit still has to hand in; for who receives them, those that wait and those that have not come. */
export function BoardsBrief({ year }: { readonly year: number }) {
  const may = useMay()
  const grades = may('gradeMembers')
  const receives = may('receiveBoards')
  const { data } = useAnswer('GET /api/years/:year/routine/boards', { params: { year } }, { when: grades || receives })
  const waiting = data === undefined ? [] : waitingBoards(data, { grades, receives })
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="boards-brief">
      <h2 id="boards-brief">等次评定</h2>
      <ul className="home-list">
        {waiting.map(({ key, text, why, late }) => (
          <li key={key}>
            <span className="home-what">
              <Link to={`/${year}/routine`}>{text}</Link>
              {why !== undefined && <span className="home-who">{why}</span>}
            </span>
            {data?.due !== undefined && (
              <span className={late ? 'home-when home-late' : 'home-when'}>
                {printDay(data.due)}
                {late ? '，已过期' : '前'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
