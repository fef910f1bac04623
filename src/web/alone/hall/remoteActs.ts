import type { HallMove, HallState } from './hallState.ts'

/** An act of the remote: one tap, or a question with one or several answers; `explains` asks for a reason first. */
export interface RemoteAct {
  readonly name: string
  readonly ask?: string
  readonly explains?: boolean
  readonly answers: readonly RemoteAnswer[]
}

/** An answer to the question of an act: what it does, with the reason where one is asked for. */
interface RemoteAnswer {
  readonly name: string
  readonly move: (reason: string) => HallMove
}

/** Minutes that voting may be given. */
const MINUTES = [10, 20, 30]

/** Minutes by which the close may be moved later. */
const MORE_MINUTES = [5, 10]

/** Returns what the convenor may do now, the likeliest first. */
export function remoteActs(state: HallState): readonly RemoteAct[] {
  const { phase, voting, speech, next } = state
  if (phase === 'planned' || phase === 'issued') return [tap('开始会议', { step: 'start' })]
  if (phase !== 'running') return []
  const acts: RemoteAct[] = []
  if (next !== undefined) acts.push(tap(`请${next.secretary}述职`, { step: 'next', unit: next.unit }))
  else if (speech !== undefined) acts.push(tap('述职完毕', { step: 'next' }))
  if (speech !== undefined) acts.push(tap(speech.running ? '暂停计时' : '继续计时', { step: 'pause' }))
  if (voting === 'notYet' && (state.reviewAfterEach || next === undefined))
    acts.push({
      name: '开始投票',
      ask: '开始投票后，述职人和次序不能再改。',
      answers: [
        { name: '确定开始投票', move: () => ({ step: 'openVoting' }) },
        ...MINUTES.map(minutes => ({
          name: `开始投票，${minutes}分钟后截止`,
          move: () => ({ step: 'openVoting', minutes }) as const,
        })),
      ],
    })
  if (voting === 'open') {
    acts.push({
      name: '结束投票',
      ask: '结束后不能再投票，还没有投出的不计；不能重新开始。',
      answers: [{ name: '确定结束投票', move: () => ({ step: 'closeVoting' }) }],
    })
    if (state.votingUntil !== undefined)
      acts.push({
        name: '推迟投票截止',
        ask: '理由记入会议纪要。',
        explains: true,
        answers: MORE_MINUTES.map(minutes => ({
          name: `推迟${minutes}分钟`,
          move: reason => ({ step: 'moveClose', minutes, reason }),
        })),
      })
  }
  return acts
}

function tap(name: string, move: HallMove): RemoteAct {
  return { name, answers: [{ name, move: () => move }] }
}
