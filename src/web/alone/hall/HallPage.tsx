import { type FormEvent, useState } from 'react'
import { HallScreen } from './HallScreen.tsx'
import { RemotePage } from './RemotePage.tsx'
import { useHall } from './useHall.ts'

/** Shows a hall by the pairing code in the address: its screen for the projector, or the convenor's remote. */
export function HallPage() {
  const [code, setCode] = useState(() => location.hash.slice(1))
  const open = (typed: string) => {
    history.replaceState({}, '', `/hall#${typed}`)
    setCode(typed)
  }
  return code === '' ? (
    <AskCode fault={undefined} onCode={open} />
  ) : (
    <Paired key={code} code={code} onCode={open} />
  )
}

interface PairedProps {
  readonly code: string
  readonly onCode: (code: string) => void
}

function Paired({ code, onCode }: PairedProps) {
  const hall = useHall(code)
  const { state, fault } = hall
  if (fault !== undefined) return <AskCode fault={fault} onCode={onCode} />
  if (state === undefined)
    return (
      <main className="opening">
        <h1>述职测评会议</h1>
        <p role="status">{hall.isDown ? '没有连上服务器，正在重试……' : '正在连接会场……'}</p>
      </main>
    )
  return state.screen === 'hall' ? (
    <HallScreen hall={{ ...hall, state }} />
  ) : (
    <RemotePage hall={{ ...hall, state }} />
  )
}

/** Asks for the pairing code where the address has none: the projector's computer is seldom the one that paired. */
function AskCode({
  fault,
  onCode,
}: {
  readonly fault: string | undefined
  readonly onCode: (code: string) => void
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('code')).replaceAll(/[\s-]/g, '')
    if (typed.length >= 4) onCode(typed)
  }
  return (
    <main className="opening">
      <h1>述职测评会议</h1>
      <form onSubmit={submit}>
        <label>
          配对码
          <input name="code" autoComplete="off" autoCapitalize="characters" spellCheck={false} autoFocus />
        </label>
        <p role="alert">{fault}</p>
        <button type="submit" className="plain-button">
          打开
        </button>
      </form>
    </main>
  )
}
