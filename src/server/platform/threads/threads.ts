import { Worker } from 'node:worker_threads'
import type { ThreadReply } from './threadWorker.ts'

/** Work given up: it took too much time or memory. */
export class ThreadGaveUp extends Error {}

/** Threads for work that would hold up everybody else: reading files that somebody sent. */
interface Threads {
  /**
   * Runs an exported function of a module in a thread. Arguments and result are plain data; the bytes of a
   * file are handed over, not copied, so the caller keeps none. Throws `ThreadGaveUp`.
   */
  run<F extends (...args: never[]) => unknown>(
    module: URL,
    name: string,
    ...args: Parameters<F>
  ): Promise<Awaited<ReturnType<F>>>
}

interface Call {
  readonly module: string
  readonly name: string
  readonly args: readonly unknown[]
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  call: Call | undefined
  timer: NodeJS.Timeout
}

/** Creates threads, started when needed: at most so many at once, each one call at a time, within a time and a memory. */
export function createThreads({
  most,
  megabytes = 1024,
  youngMegabytes,
  seconds = 60,
  idleMs = 60_000,
}: {
  readonly most: number
  readonly megabytes?: number
  /** For what is soon forgotten; small where many short pieces of work follow one another. */
  readonly youngMegabytes?: number
  readonly seconds?: number
  /** An idle thread ends after this time. */
  readonly idleMs?: number
}): Threads {
  const queue: Call[] = []
  const idle: Thread[] = []
  let count = 0

  function start(): Thread {
    const worker = new Worker(new URL('./threadWorker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
    })
    const thread: Thread = { worker, call: undefined, timer: setTimeout(() => {}, 0) }
    count++
    worker.on('message', (reply: ThreadReply) => settle(thread, reply))
    worker.on('error', error => {
      const isFull = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      thread.call?.reject(isFull ? new ThreadGaveUp('too much memory', { cause: error }) : error)
      thread.call = undefined
    })
    worker.on('exit', () => {
      clearTimeout(thread.timer)
      thread.call?.reject(new ThreadGaveUp('too much time'))
      drop(thread)
      count--
      next()
    })
    return thread
  }

  function drop(thread: Thread): void {
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
  }

  function settle(thread: Thread, reply: ThreadReply): void {
    clearTimeout(thread.timer)
    const { call } = thread
    thread.call = undefined
    if ('fault' in reply) call?.reject(new Error(reply.fault))
    else call?.resolve(reply.value)
    // A thread without work keeps no process alive.
    thread.worker.unref()
    thread.timer = setTimeout(() => {
      // It takes a moment to end; a call that it were given meanwhile would end with it.
      drop(thread)
      void thread.worker.terminate()
    }, idleMs).unref()
    idle.push(thread)
    next()
  }

  function next(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (count < most ? start() : undefined)
      if (thread === undefined) return
      const call = queue.shift()!
      clearTimeout(thread.timer)
      thread.call = call
      thread.timer = setTimeout(() => void thread.worker.terminate(), seconds * 1000)
      thread.worker.ref()
      const { module, name, args } = call
      thread.worker.postMessage({ module, name, args }, buffersOf(args))
    }
  }

  return {
    run: (module, name, ...args) =>
      new Promise((resolve, reject) => {
        const sent = args.map(arg => ((arg as unknown) instanceof Uint8Array ? ownBytes(arg) : arg))
        queue.push({ module: module.href, name, args: sent, resolve: resolve as Call['resolve'], reject })
        next()
      }),
  }
}

/** Returns bytes that are alone in their buffer, so that handing it over takes nothing else along. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

/** Lists the buffers of bytes among values, to hand over. */
function buffersOf(values: readonly unknown[]): ArrayBuffer[] {
  return values.flatMap(value => (value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : []))
}
