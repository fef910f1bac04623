import type { Day } from '../domain/kernel/calendar.ts'

/** 命令的内外: everything a command says or asks of the world besides files, so that tests run it without a process. */
export interface Io {
  /** one or more lines of the answer. */
  readonly out: (text: string) => void
  /** one or more lines about the work: faults, hints, progress. */
  readonly err: (text: string) => void
  /** the progress line on a terminal, rewritten in place; `''` clears it. Absent where lines cannot be rewritten. */
  readonly rewrite?: (text: string) => void
  readonly quiet: boolean
  /** milliseconds from any fixed start. */
  readonly clock: () => number
  readonly today: Day
  /** 临时文件 of writes that are not complete yet; whoever stops the process removes them. */
  readonly unfinished: Set<string>
}
