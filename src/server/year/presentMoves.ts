import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import type { CycleState } from '../../domain/year/lifecycle/cycleState.ts'
import { phaseOf } from '../../domain/year/lifecycle/cycleState.ts'
import { decideCycle } from '../../domain/year/lifecycle/decideCycle.ts'
import { PHASES, type Phase, phaseNames } from '../../domain/year/lifecycle/phases.ts'
import type { Day } from '../../domain/kernel/calendar.ts'
import { isRefusal } from '../../domain/kernel/refusal.ts'

/** 可去的阶段: each that a decision can lead to from here, whether it needs a reason, and why it cannot be just now. */
export function presentMoves(
  state: CycleState,
  today: Day,
): { to: Phase; name: string; needsReason: boolean; whyNot?: string }[] {
  const from = phaseOf(state)
  return PHASES.flatMap(to => {
    const bare = decideCycle(state, { do: 'move', from, to }, today)
    const reasoned = decideCycle(state, { do: 'move', from, to, reason: '…' }, today)
    if (!isRefusal(reasoned)) return [{ to, name: phaseNames[to], needsReason: isRefusal(bare) }]
    const waits =
      reasoned.code === 'phaseWaitsForRelease' ||
      (reasoned.code === 'phaseWaitsForCorrection' && PHASES.indexOf(to) === PHASES.indexOf(from) + 1)
    return waits
      ? [{ to, name: phaseNames[to], needsReason: false, whyNot: sentenceOfRefusal(reasoned) }]
      : []
  })
}
