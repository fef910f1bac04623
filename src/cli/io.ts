import type { Day } from '../domain/kernel/calendar.ts'

/** The environment of a command: all its input and output besides files, so that tests run it without a process. */
export interface Io {
  /** prints one or more lines of the answer. */
  readonly out: (text: string) => void
  /** prints one or more lines about the work: faults, hints, progress. */
  readonly err: (text: string) => void
  /** rewrites the progress line on a terminal; `''` clears it. Absent where lines cannot be rewritten. */
  readonly rewrite?: (text: string) => void
  readonly quiet: boolean
  /** milliseconds from an arbitrary fixed start. */
  readonly clock: () => number
  readonly today: Day
  /** temporary files of incomplete writes; removed when the process is stopped. */
  readonly unfinished: Set<string>
}
