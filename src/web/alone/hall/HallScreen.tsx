import { QrCode } from '../../kit/QrCode.tsx'
import type { Hall } from './useHall.ts'
import { type ClockView, describeTurnout, type HallView, type Speaker, viewHall } from './viewHall.ts'
import './hall.css'

/** Shows the hall's screen for the projector: who speaks, the clock, who is next; while voting is open, the code of the voting page. Never a result. */
export function HallScreen({ hall: { state, since, isDown } }: { readonly hall: Hall }) {
  return (
    <div className="hall" onClick={fillScreen}>
      <header className="hall-head">
        <h1>
          {state.name}
          {state.rehearsal && <b>演练</b>}
        </h1>
        <p className={isDown ? 'is-down' : ''} role="status">
          {isDown ? '连接中断，计时照常' : state.time}
        </p>
      </header>
      <main className="hall-main">
        <Shown view={viewHall(state, since)} />
      </main>
    </div>
  )
}

/** A click anywhere fills the projector's screen. */
function fillScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => {})
}

function Shown({ view }: { readonly view: HallView }) {
  switch (view.shows) {
    case 'speech':
      return <Speech view={view} />
    case 'voting':
      return <Voting view={view} />
    case 'words':
      return (
        <div className="hall-words">
          <h2>{view.heading}</h2>
          {view.what !== undefined && <p>{view.what}</p>}
          {view.next !== undefined && <Next speaker={view.next} />}
        </div>
      )
  }
}

type Of<S extends HallView['shows']> = Extract<HallView, { readonly shows: S }>

function Speech({ view: { speaker, place, clock, next } }: { readonly view: Of<'speech'> }) {
  return (
    <>
      <div className="hall-speech">
        <div className="hall-speaker">
          <p className="hall-place">{place}</p>
          <h2>{speaker.unitName}</h2>
          <p className="hall-name">{speaker.secretary}</p>
        </div>
        <Clock clock={clock} />
      </div>
      {next === undefined ? <p className="hall-next">最后一位述职</p> : <Next speaker={next} />}
    </>
  )
}

function Clock({ clock: { text, said, stage, used } }: { readonly clock: ClockView }) {
  return (
    <div className={`hall-clock is-${stage}`} role="timer" aria-label={`${said}${text}`}>
      <p>{said}</p>
      <p className="hall-digits">{text}</p>
      <div className="hall-used" aria-hidden>
        <span style={{ width: `${used * 100}%` }} />
      </div>
    </div>
  )
}

function Next({ speaker: { unitName, secretary } }: { readonly speaker: Speaker }) {
  return (
    <p className="hall-next">
      <span>下一位</span>
      {unitName}
      <b>{secretary}</b>
    </p>
  )
}

function Voting({ view: { heading, what, phones, turnout, left } }: { readonly view: Of<'voting'> }) {
  const address = `${location.origin}/vote`
  return (
    <div className={phones ? 'hall-voting' : 'hall-words'}>
      {phones && <QrCode className="hall-code" text={address} label="投票页的二维码" />}
      <div>
        <h2>{heading}</h2>
        <p>{what}</p>
        {phones && (
          <p className="hall-address" translate="no">
            {address.replace(/^https?:\/\//, '')}
          </p>
        )}
        {left !== undefined && <p>距投票截止还有{left}</p>}
        {phones && turnout.length > 0 && (
          <ul aria-label="投票进度">
            {turnout.map(({ name, percent }) => (
              <li key={name}>
                <span>{name}</span>
                <span className="hall-used" aria-hidden>
                  <span style={{ width: `${percent}%` }} />
                </span>
                <span>{describeTurnout(percent)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
