import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { addressOfRound, roundStates, windowOf } from './roundWords.ts'
import type { Round, Rounds } from './roundTypes.ts'

/** Lists the rounds with window, state and progress. */
export function RoundList({
  rounds: { year, rounds },
  plans,
}: {
  readonly rounds: Rounds
  readonly plans: boolean
}) {
  if (rounds.length === 0) {
    const what = plans
      ? '实地核查原则上每季度一轮。先登记核查人员，再点“拟定轮次”。'
      : '下达后，这里会显示各轮的日期和人员。'
    return <EmptyState title="还没有核查轮次" what={what} />
  }
  return (
    <section className="round-list" aria-label="核查轮次">
      <h2>各轮核查</h2>
      <ul>
        {inOrder(rounds).map(round => (
          <li key={round.id} className={`round-card round-${round.state}`}>
            <OneRound year={year} round={round} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneRound({ year, round }: { readonly year: number; readonly round: Round }) {
  const { name, state, planned, done, late } = round
  return (
    <>
      <h3>
        <Link to={addressOfRound(year, round.id)}>{name}</Link>
        <span className="round-state">{roundStates[state]}</span>
      </h3>
      <p>{windowOf(round)}</p>
      {planned === 0 ? (
        <p>还没有安排单位</p>
      ) : (
        <ProgressLine
          label="已核查"
          done={done}
          total={planned}
          {...(late > 0 && state !== 'ended' ? { late: `逾期${late}个` } : {})}
        />
      )}
    </>
  )
}

/** Sorts the rounds: current and planned ones first, then by date. */
function inOrder(rounds: readonly Round[]): readonly Round[] {
  const rank = { running: 0, drafted: 1, issued: 2, ended: 3 } as const
  return rounds.toSorted((one, other) => rank[one.state] - rank[other.state])
}
