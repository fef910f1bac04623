import { Link } from '@tanstack/react-router'
import { filterText } from '../../../contract/lists/listColumn.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useDesk } from '../../client/useDesk.ts'
import { Answered } from '../../kit/Answered.tsx'
import { onlyAt } from '../../kit/table/useTableView.ts'
import { accountColumns } from '../accounts/accountColumns.tsx'
import type { Account } from '../accounts/accountTypes.ts'

/** Summarizes the accounts for the three administrators: which are missing, locked, or never signed in. Each count leads to the list of just those. */
export function AccountsBrief() {
  const all = useAnswer('GET /api/accounts', {})
  return (
    <section aria-labelledby="accounts-head">
      <h2 id="accounts-head">账号</h2>
      <Answered of={all}>
        {({ accounts, staffing }) => {
          const locked = accounts.filter(({ lockedMinutes }) => lockedMinutes > 0)
          return (
            <>
              <ul className="line-list bare-list">
                <Line what="全部账号" of={accounts} by={[]} />
                <Line what="登录被锁定" of={locked} by={['state']} isBad={locked.length > 0} />
                <Line
                  what="还没有首次登录"
                  of={accounts.filter(({ state }) => state === 'new')}
                  by={['state']}
                />
              </ul>
              <h3>必须有人担任的角色</h3>
              <ul className="line-list bare-list">
                {staffing.map(({ role, roleName, count }) => (
                  <Line
                    key={role}
                    what={roleName}
                    of={accounts.filter(
                      ({ state, grants }) => state !== 'disabled' && grants.some(one => one.role === role),
                    )}
                    by={['role', 'state']}
                    isBad={count === 0}
                  />
                ))}
              </ul>
            </>
          )
        }}
      </Answered>
    </section>
  )
}

interface LineProps {
  readonly what: string
  readonly of: readonly Account[]
  /** The columns by which the list is filtered to these. */
  readonly by: readonly string[]
  readonly isBad?: boolean
}

function Line({ what, of, by, isBad = false }: LineProps) {
  const address = useDesk()('accounts')
  const filters = accountColumns
    .filter(({ id }) => by.includes(id))
    .map(column => [column.id, [...new Set(of.map(row => filterText(column, row)))]] as const)
  const to =
    address === undefined || of.length === 0
      ? undefined
      : filters.length === 0
        ? address
        : onlyAt(address, Object.fromEntries(filters))
  return (
    <li>
      <span className="home-what">{to === undefined ? what : <Link to={to}>{what}</Link>}</span>
      <span className={isBad ? 'day-words urgent' : 'day-words'}>
        {of.length === 0 && isBad ? '还没有' : `${of.length}个`}
      </span>
    </li>
  )
}
