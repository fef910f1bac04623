/** A queue that runs a limited number of tasks at a time, the others in order. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Creates such a queue; a failed task passes its turn on. */
export function limitConcurrency(most: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      // A turn is handed on as it is; only the last gives it back.
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
