import type { MeetingHead } from './meetingTypes.ts'

/** The steps that a list shows, with the phases in which each is reached. */
const STEPS = ['安排', '发票', '开会', '计票', '上报', '认定'] as const

const REACHED = {
  planned: 1,
  issued: 2,
  running: 2,
  closed: 3,
  counted: 4,
  reported: 5,
  returned: 4,
  accepted: 6,
  brokenOff: 0,
} as const

/** Draws where a meeting stands: one piece for each step, filled as far as it has come. */
export function StandingLine({
  of: meeting,
  said,
}: {
  readonly of: MeetingHead | undefined
  readonly said: string
}) {
  const reached = meeting === undefined ? 0 : REACHED[meeting.phase]
  const isWrong = meeting?.phase === 'returned' || meeting?.phase === 'brokenOff'
  return (
    <span className="standing-line">
      <span
        className="standing-pieces"
        role="img"
        aria-label={`共${STEPS.length}步，已完成${reached}步`}
        title={STEPS.map((step, at) => `${step}${at < reached ? '✓' : ''}`).join('、')}
      >
        {STEPS.map((step, at) => (
          <span key={step} className={at < reached ? 'is-done' : ''} />
        ))}
      </span>
      <span className={isWrong ? 'bad' : meeting === undefined ? 'soft' : ''}>{said}</span>
    </span>
  )
}
