import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { Answered } from '../../kit/Answered.tsx'

/** Summarizes the accounts for the three administrators: which are missing, locked, or never signed in. */
export function AccountsBrief() {
  const address = useDesk()('accounts')
  const all = useAnswer('GET /api/accounts', {})
  const locked = useAnswer('GET /api/accounts', { query: { state: 'locked' } })
  const fresh = useAnswer('GET /api/accounts', { query: { state: 'new' } })
  return (
    <section aria-labelledby="accounts-head">
      <h2 id="accounts-head">账号</h2>
      <Answered of={all}>
        {({ total, staffing }) => (
          <>
            <ul className="line-list bare-list">
              <Line what="全部账号" count={total} to={address} />
              <Line what="登录被锁定" count={locked.data?.total} isBad={(locked.data?.total ?? 0) > 0} />
              <Line what="还没有首次登录" count={fresh.data?.total} />
            </ul>
            <h3>必须有人担任的角色</h3>
            <ul className="line-list bare-list">
              {staffing.map(({ role, roleName, count }) => (
                <Line key={role} what={roleName} count={count} isBad={count === 0} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  )
}

function Line({
  what,
  count,
  isBad = false,
  to,
}: {
  readonly what: string
  readonly count: number | undefined
  readonly isBad?: boolean
  readonly to?: string | undefined
}) {
  return (
    <li>
      <span className="home-what">{to === undefined ? what : <Link to={to}>{what}</Link>}</span>
      <span className={isBad ? 'day-words urgent' : 'day-words'}>{countWords(count, isBad)}</span>
    </li>
  )
}

function countWords(count: number | undefined, isBad: boolean): string {
  if (count === undefined) return ''
  return count === 0 && isBad ? '还没有' : `${count}个`
}
