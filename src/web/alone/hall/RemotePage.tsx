import { type ReactNode, useState } from 'react'
import { type RemoteAct, remoteActs } from './remoteActs.ts'
import type { Hall } from './useHall.ts'
import { describeTurnout, viewHall } from './viewHall.ts'
import './remote.css'

/** Shows the convenor's remote on a phone: next speaker, pause, open voting, move its close later, close it. */
export function RemotePage({ hall }: { readonly hall: Hall }) {
  const { state, isDown, isBusy, refused } = hall
  const [asking, setAsking] = useState<RemoteAct>()
  const [reason, setReason] = useState('')
  const take = (act: RemoteAct) => {
    if (act.ask === undefined) return hall.move(act.answers[0]!.move(''))
    setReason('')
    setAsking(act)
  }
  return (
    <main className="remote">
      <header>
        <h1>{state.name}</h1>
        <p role="status" className={isDown ? 'is-down' : ''}>
          {isDown ? '连接中断，正在重连，计时照常' : '会场遥控，已连接'}
        </p>
      </header>
      <Standing hall={hall} />
      <div className="remote-foot">
        {refused !== undefined && <p role="alert">{refused}</p>}
        {asking === undefined ? (
          remoteActs(state).map((act, at) => (
            <ActButton key={act.name} isMain={at === 0} isBusy={isBusy} onTap={() => take(act)}>
              {act.name}
            </ActButton>
          ))
        ) : (
          <div role="alertdialog" aria-label={asking.name}>
            <p>{asking.ask}</p>
            {asking.explains && (
              <label>
                理由
                <input value={reason} maxLength={200} onChange={event => setReason(event.target.value)} />
              </label>
            )}
            {asking.answers.map((answer, at) => (
              <ActButton
                key={answer.name}
                isMain={at === 0}
                isBusy={isBusy || (asking.explains === true && reason.trim() === '')}
                onTap={() => {
                  setAsking(undefined)
                  hall.move(answer.move(reason.trim()))
                }}
              >
                {answer.name}
              </ActButton>
            ))}
            <ActButton onTap={() => setAsking(undefined)}>返回</ActButton>
          </div>
        )}
      </div>
    </main>
  )
}

interface ButtonProps {
  readonly isMain?: boolean
  readonly isBusy?: boolean
  readonly onTap: () => void
  readonly children: ReactNode
}

function ActButton({ isMain = false, isBusy = false, onTap, children }: ButtonProps) {
  return (
    <button type="button" className={isMain ? 'is-main' : ''} disabled={isBusy} onClick={onTap}>
      {children}
    </button>
  )
}

function Standing({ hall: { state, since } }: { readonly hall: Hall }) {
  const view = viewHall(state, since)
  if (view.shows === 'speech') {
    const { speaker, place, clock, next } = view
    return (
      <section className={`remote-now is-${clock.stage}`} aria-label="正在述职">
        <p>{place}</p>
        <h2>
          {speaker.unitName} {speaker.secretary}
        </h2>
        <p className="remote-digits" role="timer">
          {clock.text}
        </p>
        <p>{clock.said}</p>
        <p>{next === undefined ? '这是最后一位' : `下一位：${next.unitName} ${next.secretary}`}</p>
      </section>
    )
  }
  return (
    <section className="remote-now" aria-label="会议进展">
      <h2>{view.heading}</h2>
      {view.shows === 'words' && view.what !== undefined && <p>{view.what}</p>}
      {state.phase === 'closed' && <p>请回到电脑上开票、计票。</p>}
      {view.shows === 'words' && view.next !== undefined && (
        <p>
          下一位：{view.next.unitName} {view.next.secretary}
        </p>
      )}
      {view.shows === 'voting' && view.left !== undefined && (
        <p>
          {state.votingUntil}截止，还有{view.left}
        </p>
      )}
      {view.shows === 'voting' &&
        view.turnout.map(({ name, percent }) => (
          <p key={name}>
            {name}：{describeTurnout(percent)}
          </p>
        ))}
    </section>
  )
}
