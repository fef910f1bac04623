import type { Refusal } from '../../domain/kernel/refusal.ts'
import type { Place } from './place.ts'

/** 退回的内容: where and why. A row with several faults has several entries, but is counted once. */
export interface Refused {
  readonly place: Place
  readonly refusal: Refusal
}

/** 提示: something put right or passed over; the first place and how often in the same column. */
export interface Notice {
  readonly place: Place
  readonly notice: Refusal
  readonly times: number
}

/** 读入计数: rows in = accepted + refused, always. */
export interface RowCounts {
  readonly in: number
  readonly accepted: number
  readonly refused: number
}

/** 读入日志: gathers refusals, notices and counts while a file is read. */
export interface ReadingLog {
  readonly refused: Refused[]
  readonly counts: RowCounts
  readonly notices: readonly Notice[]
  refuse(place: Place, refusal: Refusal): void
  notice(place: Place, notice: Refusal): void
  /** a row of the file, before anything is known of it. */
  meet(rows?: number): void
  accept(rows?: number): void
  /** rows refused; one entry or more must say why. */
  turnAway(rows?: number): void
}

/** 打开日志. */
export function createReadingLog(): ReadingLog {
  const refused: Refused[] = []
  const notices = new Map<string, { place: Place; notice: Refusal; times: number }>()
  let [met, accepted, turnedAway] = [0, 0, 0]
  return {
    refused,
    get counts() {
      return { in: met, accepted, refused: turnedAway }
    },
    get notices() {
      return [...notices.values()]
    },
    refuse: (place, refusal) => void refused.push({ place, refusal }),
    notice(place, notice) {
      const key = [place.sheet, place.column, notice.code].join('\u0001')
      const known = notices.get(key)
      if (known) known.times++
      else notices.set(key, { place, notice, times: 1 })
    },
    meet: (rows = 1) => void (met += rows),
    accept: (rows = 1) => void (accepted += rows),
    turnAway: (rows = 1) => void (turnedAway += rows),
  }
}
