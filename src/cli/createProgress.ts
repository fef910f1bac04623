import type { Io } from './io.ts'

/** 进度: stages of the work, and a count inside one; silent in the first second and when asked to be quiet. */
export interface Progress {
  /** a stage begins; `heavy` says at once that it will take long, since nothing can be said in the midst of it. */
  readonly stage: (name: string, heavy?: boolean) => void
  readonly count: (done: number, total?: number) => void
  readonly end: () => void
}

const SILENT: Progress = { stage: () => {}, count: () => {}, end: () => {} }

/** 开始显示进度: one line rewritten on a terminal; otherwise a line a stage, and a count at most every five seconds. */
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
