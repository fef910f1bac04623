import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../client/useAnswer.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { axisOf } from '../year/axisOf.ts'
import { addressOfRound, roundStates, windowOf } from './roundWords.ts'
import type { Round, Rounds } from './roundTypes.ts'

/** Shows the rounds on the months of the year: window, state, how many units are done and how many late. */
export function RoundList({
  rounds: { year, rounds },
  plans,
}: {
  readonly rounds: Rounds
  readonly plans: boolean
}) {
  // The header has asked for it.
  const today = useAnswer('GET /api/years/:year/due', { params: { year } }).data?.today
  if (rounds.length === 0) {
    const what = plans
      ? '实地核查原则上每季度一轮。先登记核查人员，再点“拟定轮次”。'
      : '下达后，这里会显示各轮的日期和人员。'
    return <EmptyState title="还没有核查轮次" what={what} />
  }
  const axis = axisOf(rounds.map(({ from, to }) => ({ from, due: to })))
  const at = (share: number) => `${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`
  const now = today === undefined ? -1 : axis.at(today)
  return (
    <section className="round-list" aria-label="核查轮次">
      <h2>各轮核查</h2>
      <div className="round-months" aria-hidden>
        <span className="round-axis">
          {axis.months.map(({ label, from }) => (
            <small key={from} style={{ left: at(from) }}>
              {label}
            </small>
          ))}
        </span>
      </div>
      <ol className="bare">
        {inOrder(rounds).map(round => (
          <li key={round.id} className={`round-line round-${round.state}`}>
            <h3>
              <Link to={addressOfRound(year, round.id)}>{round.name}</Link>
              <span className="round-state">{roundStates[round.state]}</span>
            </h3>
            <span className="round-axis" aria-hidden>
              <span
                className="round-bar"
                style={{
                  left: at(axis.at(round.from)),
                  width: at(axis.after(round.to) - axis.at(round.from)),
                }}
              >
                <span style={{ width: at(round.planned === 0 ? 0 : round.done / round.planned) }} />
              </span>
              {now >= 0 && now <= 1 && <span className="round-today" style={{ left: at(now) }} />}
            </span>
            <span className="soft unbroken">{windowOf(round)}</span>
            <span className="to-right unbroken">{countOf(round)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function countOf({ planned, done, late, state }: Round) {
  if (planned === 0) return <span className="soft">还没有安排单位</span>
  return (
    <>
      {late > 0 && state !== 'ended' && <strong className="bad">逾期{late}个 </strong>}
      已核查{done}/{planned}个
    </>
  )
}

/** Sorts the rounds: current and planned ones first, then by date. */
function inOrder(rounds: readonly Round[]): readonly Round[] {
  const rank = { running: 0, drafted: 1, issued: 2, ended: 3 } as const
  return rounds.toSorted((one, other) => rank[one.state] - rank[other.state])
}
