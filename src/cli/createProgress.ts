import type { Io } from './io.ts'

/** Progress of the work: its stages, and a count within each; silent in the first second and in quiet mode. */
export interface Progress {
  /** starts a stage; `heavy` announces at once that it will take long, since it cannot report while it runs. */
  readonly stage: (name: string, heavy?: boolean) => void
  readonly count: (done: number, total?: number) => void
  readonly end: () => void
}

const SILENT: Progress = { stage: () => {}, count: () => {}, end: () => {} }

/** Creates the progress display: one rewritten line on a terminal; otherwise one line per stage, and a count at most every five seconds. */
export function createProgress(io: Io): Progress {
  if (io.quiet) return SILENT
  const started = io.clock()
  let name = ''
  let said = ''
  let saidAt = -Infinity
  const say = (text: string, heavy: boolean): void => {
    const now = io.clock()
    if ((!heavy && now - started < 1000) || text === said) return
    if (io.rewrite) io.rewrite(text)
    else io.err(text)
    said = text
    saidAt = now
  }
  return {
    stage: (stage, heavy = false) => {
      name = stage
      say(`${stage}……`, heavy)
    },
    count: (done, total) => {
      if (io.clock() - saidAt >= (io.rewrite ? 200 : 5000))
        say(`${name}：${done}${total === undefined ? '' : `/${total}`}`, false)
    },
    end: () => {
      if (said !== '') io.rewrite?.('')
    },
  }
}
