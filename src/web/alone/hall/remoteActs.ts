import type { HallMove, HallState } from './hallState.ts'

/** An act of the remote; one with a question is confirmed first. */
export interface RemoteAct {
  readonly name: string
  readonly move: HallMove
  readonly ask?: string
}

/** Returns what the convenor may do now, the likeliest first. */
export function remoteActs(state: HallState): readonly RemoteAct[] {
  const { phase, voting, speech, next } = state
  if (phase === 'planned' || phase === 'issued') return [{ name: '开始会议', move: { step: 'start' } }]
  if (phase !== 'running') return []
  const acts: RemoteAct[] = []
  if (next !== undefined)
    acts.push({ name: `请${next.secretary}述职`, move: { step: 'next', unit: next.unit } })
  else if (speech !== undefined) acts.push({ name: '述职完毕', move: { step: 'next' } })
  if (speech !== undefined)
    acts.push({ name: speech.running ? '暂停计时' : '继续计时', move: { step: 'pause' } })
  if (voting === 'notYet' && (state.reviewAfterEach || next === undefined))
    acts.push({
      name: '开始投票',
      move: { step: 'openVoting' },
      ask: '开始投票后，述职人和次序不能再改。',
    })
  if (voting === 'open')
    acts.push({
      name: '结束投票',
      move: { step: 'closeVoting' },
      ask: '结束后不能再投票，还没有投出的不计；不能重新开始。',
    })
  return acts
}
