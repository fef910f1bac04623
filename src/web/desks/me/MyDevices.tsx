import { Button } from 'antd'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** Lists the reader's own sessions, each of which can be ended here. */
export function MyDevices() {
  const devices = useAnswer('GET /api/session/devices', {})
  const end = useAct('POST /api/session/devices/end', {
    done: '已结束',
    refresh: ['GET /api/session/devices'],
  })
  return (
    <Answered of={devices}>
      {({ sessions }) => (
        <>
          <RefusedNotice error={end.refused} />
          <ul className="me-devices act-list">
            {sessions.map(session => (
              <li key={session.id}>
                <span className="me-device">
                  <strong translate="no">{session.own ? `${session.device}（当前）` : session.device}</strong>
                  <span>
                    登录于 <ChineseDate of={session.since} />
                    ，最近使用 <ChineseDate of={session.lastSeenAt} />
                  </span>
                </span>
                {!session.own && (
                  <Button
                    size="small"
                    disabled={end.busy}
                    onClick={() => void end.run({ body: { session: session.id } })}
                  >
                    结束
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 2 && (
            <Button disabled={end.busy} onClick={() => void end.run({ body: {} })}>
              结束其余全部登录
            </Button>
          )}
        </>
      )}
    </Answered>
  )
}
