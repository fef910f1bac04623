import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { MovePhase } from './MovePhase.tsx'
import type { Phase, Year } from './year.ts'

/** A phase that the year can move to. */
export type Move = Year['moves'][number]

const states = { done: '已过', now: '现在', ahead: '未到' } as const

/** Lists the phases in order: when each was reached, by whom and why. Moves to the next, or to others with a reason. */
export function PhaseTable({ of }: { readonly of: Year }) {
  const may = useMay()
  const [chosen, setChosen] = useState<Move>()
  const now = of.phases.findIndex(phase => phase.state === 'now')
  return (
    <>
      <div className="phases">
        <div className="phases-head" aria-hidden>
          <span>阶段</span>
          <span>状态</span>
          <span>进入时间</span>
          <span>决定</span>
          <span />
        </div>
        <ol className="bare">
          {of.phases.map((phase, at) => (
            <li
              key={phase.phase}
              className={`phase-${phase.state}`}
              aria-current={phase.state === 'now' ? 'step' : undefined}
            >
              <span className="phase-name">
                {at + 1}. {phase.name}
              </span>
              <span className="phase-state">{states[phase.state]}</span>
              <span className="phase-at">{phase.at !== undefined && <ChineseDate of={phase.at} />}</span>
              <span className="phase-why">{decisionOf(phase)}</span>
              <span className="phase-move to-right unbroken">
                {may('movePhase') && (
                  <MoveButton
                    move={moveTo(of, phase)}
                    isNext={at === now + 1}
                    isBack={at < now}
                    onChoose={setChosen}
                  />
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <MovePhase of={of} move={chosen} onClose={() => setChosen(undefined)} />
    </>
  )
}

function moveTo({ moves }: Year, { phase }: Phase): Move | undefined {
  return moves.find(move => move.to === phase)
}

function decisionOf({ by, reason }: Phase): string {
  if (by === undefined) return ''
  return reason === undefined || reason === '' ? by : `${by}：${reason}`
}

interface MoveButtonProps {
  readonly move: Move | undefined
  readonly isNext: boolean
  readonly isBack: boolean
  readonly onChoose: (move: Move) => void
}

function MoveButton({ move, isNext, isBack, onChoose }: MoveButtonProps) {
  if (move === undefined) return null
  // Only of the next phase does one ask why it cannot be entered yet.
  if (move.whyNot !== undefined) return isNext ? <span className="phase-why-not">{move.whyNot}</span> : null
  return (
    <Button size="small" type={isNext ? 'primary' : 'default'} onClick={() => onChoose(move)}>
      {isBack ? `退回${move.name}` : `进入${move.name}`}
    </Button>
  )
}
