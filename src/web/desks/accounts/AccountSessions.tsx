import { Button } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { AccountFile } from './accountTypes.ts'

interface Props {
  readonly account: string
  readonly sessions: AccountFile['sessions']
  /** whether ending sessions is among this person's rights. */
  readonly mayEnd: boolean
  readonly mayNot: string | undefined
}

/** Lists the devices on which another person is signed in; those with the right can end each session. */
export function AccountSessions({ account, sessions, mayEnd, mayNot }: Props) {
  const end = useAct('POST /api/accounts/:account/end-sessions', {
    done: '已结束',
    refresh: ['GET /api/accounts/:account', 'GET /api/accounts'],
  })
  if (sessions.length === 0) return <p className="accounts-soft soft">现在没有登录。</p>
  return (
    <>
      <RefusedNotice error={end.refused} />
      <ul className="account-sessions act-list">
        {sessions.map(({ id, device, since, lastSeenAt }) => (
          <li key={id}>
            <span>
              <strong translate="no">{device}</strong>，登录于 <ChineseDate of={since} />
              ，最近使用 <ChineseDate of={lastSeenAt} />
            </span>
            {mayNot === undefined && (
              <Button
                size="small"
                disabled={end.busy}
                onClick={() => void end.run({ params: { account }, body: { session: id } })}
              >
                结束
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayNot === undefined && sessions.length > 1 && (
        <Button disabled={end.busy} onClick={() => void end.run({ params: { account }, body: {} })}>
          结束全部登录
        </Button>
      )}
      {mayEnd && mayNot !== undefined && <p className="accounts-soft soft">{mayNot}</p>}
    </>
  )
}
