/** Long work in the background, one piece after another. */
export interface Queue {
  /** Runs the work when all before it has ended, unless it was cancelled meanwhile. */
  add(id: string, work: (signal: AbortSignal) => Promise<void>): void
  cancel(id: string): void
  /** Cancels everything, and waits for the running work to end. */
  close(): Promise<void>
  /** Lists what waits or runs. */
  ids(): readonly string[]
}

/** Creates a queue; while something runs, `beat` is called repeatedly for each item that runs or waits, so that others see it alive. */
export function createQueue(
  everyMs: number,
  beat: (id: string, waits: boolean) => Promise<void>,
  failed: (id: string, error: unknown) => void,
): Queue {
  const entries = new Set<{ readonly id: string; readonly ending: AbortController }>()
  let last: Promise<void> = Promise.resolve()
  return {
    add(id, work) {
      const entry = { id, ending: new AbortController() }
      const { signal } = entry.ending
      let busy: Promise<void> | undefined
      const beatAll = async (): Promise<void> => {
        for (const one of entries) await beat(one.id, one !== entry)
      }
      entries.add(entry)
      last = last.then(async () => {
        const timer = setInterval(() => {
          busy ??= beatAll()
            .catch(() => {})
            .finally(() => (busy = undefined))
        }, everyMs).unref()
        try {
          if (!signal.aborted) await work(signal)
        } catch (error) {
          failed(id, error)
        } finally {
          clearInterval(timer)
          await busy
          entries.delete(entry)
        }
      })
    },
    cancel(id) {
      for (const entry of entries) if (entry.id === id) entry.ending.abort()
    },
    async close() {
      for (const { ending } of entries) ending.abort()
      await last
    },
    ids: () => [...entries].map(entry => entry.id),
  }
}
