import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a child process can be asked to do, by name. */
export type Work = Readonly<Record<string, (arg: never) => unknown>>

/** A child process that does work of this kind. */
export interface Child<W extends Work> {
  /** Asks for one thing and waits for what it gives. */
  ask<K extends keyof W & string>(name: K, arg: Parameters<W[K]>[0]): Promise<Awaited<ReturnType<W[K]>>>
  stop(): Promise<void>
}

interface Reply {
  readonly id: number
  readonly value?: unknown
  readonly fault?: string
}

/** Starts a script beside this one in a process of its own. */
export function startChild<W extends Work>(script: string): Child<W> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), { serialization: 'advanced' })
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  child.on('message', reply => waiting.get((reply as Reply).id)?.(reply as Reply))
  child.once('exit', code => {
    for (const [id, settle] of waiting) settle({ id, fault: `${script} ended with ${code}` })
  })
  return {
    ask: (name, arg) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, ({ value, fault }) => {
          waiting.delete(id)
          if (fault === undefined) resolve(value as never)
          else reject(new Error(fault))
        })
        child.send({ id, name, arg })
      }),
    stop: async () => {
      child.send({ id: 0, name: 'end' })
      await gone
    },
  }
}

/** Does work that the parent asks for, until it says to end. */
export function serveParent(work: Work): void {
  process.on('message', ({ id, name, arg }: { id: number; name: string; arg: never }) => {
    if (name === 'end') process.exit(0)
    void Promise.resolve()
      .then(() => work[name]!(arg))
      .then(
        value => process.send!({ id, value }),
        (error: Error) => process.send!({ id, fault: error.stack }),
      )
  })
}

/** Processor time of this process since `from`, in milliseconds. */
export function processorSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

/** The value below which this share of the values lies. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
