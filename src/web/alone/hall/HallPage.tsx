import { HallScreen } from './HallScreen.tsx'
import { RemotePage } from './RemotePage.tsx'
import { useHall } from './useHall.ts'

/** Shows a hall by the pairing code in the address: its screen for the projector, or the convenor's remote. */
export function HallPage() {
  const hall = useHall(location.hash.slice(1))
  const { state, fault } = hall
  if (state === undefined || fault !== undefined)
    return (
      <main className="opening">
        <h1>述职测评会议</h1>
        {fault !== undefined ? (
          <p role="alert">{fault}</p>
        ) : (
          <p role="status">{hall.isDown ? '没有连上服务器，正在重试……' : '正在连接会场……'}</p>
        )}
      </main>
    )
  return state.screen === 'hall' ? (
    <HallScreen hall={{ ...hall, state }} />
  ) : (
    <RemotePage hall={{ ...hall, state }} />
  )
}
