/** The clock of a speech (述职计时), in milliseconds: what ran before the last pause, and since when it runs. Read at any instant, so that a restart loses nothing. (六（二）) */
export interface SpeechClock {
  readonly spent: number
  readonly runningSince?: number
}

/** The last seconds (提醒时间) of a speech in which the speaker is warned. */
const WARN_SECONDS = 60

/** A clock that starts now (开始计时). */
export function startClock(now: number): SpeechClock {
  return { spent: 0, runningSince: now }
}

/** Pauses a clock (暂停计时), or lets it go on. */
export function pauseClock(clock: SpeechClock, now: number): SpeechClock {
  return clock.runningSince === undefined
    ? { spent: clock.spent, runningSince: now }
    : { spent: elapsedOf(clock, now) }
}

/** Returns how long the speech has lasted (已用时间). A clock set back never counts below what is spent. */
export function elapsedOf({ spent, runningSince }: SpeechClock, now: number): number {
  return runningSince === undefined ? spent : spent + Math.max(0, now - runningSince)
}

/** Where a speech stands against its minutes (计时状态): within, in the last minute, or overrun (超时), with whole seconds. */
export function readClock(
  clock: SpeechClock,
  minutes: number,
  now: number,
): { readonly stage: 'within' | 'warned' | 'overrun'; readonly left: number; readonly overrun: number } {
  const seconds = Math.floor(elapsedOf(clock, now) / 1000)
  const left = minutes * 60 - seconds
  const stage = left < 0 ? 'overrun' : left <= WARN_SECONDS ? 'warned' : 'within'
  return { stage, left: Math.max(0, left), overrun: Math.max(0, -left) }
}
