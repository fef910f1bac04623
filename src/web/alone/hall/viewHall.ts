import { printDayAt } from '../../../domain/kernel/calendar.ts'
import { readClock } from '../../../domain/campaign/meeting/speechClock.ts'
import type { HallState } from './hallState.ts'

/** The clock of a speech as the screen shows it. */
export interface ClockView {
  /** Time left, or time over: `7:59`, `1:05`. */
  readonly text: string
  readonly said: string
  readonly stage: 'within' | 'warned' | 'overrun'
  /** Share of the time that is used up, 0 to 1. */
  readonly used: number
}

/** A secretary with the unit, as the screen names them. */
export type Speaker = Pick<NonNullable<HallState['next']>, 'unitName' | 'secretary'>

/** What a hall's screen shows. */
export type HallView =
  | {
      readonly shows: 'speech'
      readonly speaker: Speaker
      readonly place: string
      readonly clock: ClockView
      readonly next: Speaker | undefined
    }
  | {
      readonly shows: 'voting'
      readonly heading: string
      readonly what: string
      readonly phones: boolean
      readonly turnout: HallState['turnout']
      /** Time until voting closes by itself. */
      readonly left: string | undefined
    }
  | {
      readonly shows: 'words'
      readonly heading: string
      readonly what?: string
      readonly next?: Speaker | undefined
    }

/** Returns what the screen shows of a hall, `since` ms after the server said how it stands. */
export function viewHall(state: HallState, since: number): HallView {
  const { phase, heldOn, startsAt, speech, voting, next } = state
  if (phase === 'brokenOff')
    return { shows: 'words', heading: '会议中止', what: '本次测评不计票，请听从会议安排。' }
  if (phase === 'planned' || phase === 'issued')
    return { shows: 'words', heading: '会议即将开始', what: printDayAt(heldOn, startsAt), next }
  if (phase !== 'running') return { shows: 'words', heading: '投票已结束', what: '感谢各位参加测评。' }
  if (speech !== undefined)
    return {
      shows: 'speech',
      speaker: speech,
      place: `第${speech.place}位，共${speech.of}位`,
      clock: viewClock(speech, since),
      next,
    }
  if (voting === 'open') return viewVoting(state, since)
  return next === undefined
    ? { shows: 'words', heading: '述职完毕', what: '马上开始投票，请稍候。' }
    : { shows: 'words', heading: '请准备述职', next }
}

function viewVoting({ phones, turnout, votingLeft }: HallState, since: number): HallView {
  return {
    shows: 'voting',
    heading: '现在投票',
    what: phones
      ? '用手机扫本人票条上的二维码，或扫左边的码后输入票条编码；领纸质票的填写后投入票箱。'
      : '请填写纸质票，投入票箱。',
    phones,
    turnout,
    left:
      votingLeft === undefined ? undefined : printClock(Math.ceil(Math.max(0, votingLeft - since) / 1000)),
  }
}

const CLOCK_WORDS = { within: '剩余时间', warned: '即将到时', overrun: '已超时' } as const

function viewClock(
  { elapsed, running, minutes }: NonNullable<HallState['speech']>,
  since: number,
): ClockView {
  const clock = running ? { spent: elapsed, runningSince: 0 } : { spent: elapsed }
  const { stage, left, overrun } = readClock(clock, minutes, since)
  return {
    text: printClock(stage === 'overrun' ? overrun : left),
    said: running ? CLOCK_WORDS[stage] : '计时暂停',
    stage,
    used: Math.min(1, 1 - left / (minutes * 60)),
  }
}

function printClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Says how many of a class have voted, in the quarters that the server tells. */
export function describeTurnout(percent: number): string {
  return percent === 0 ? '未到25%' : percent === 100 ? '全部投完' : `已过${percent}%`
}
