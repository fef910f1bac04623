import { Worker } from 'node:worker_threads'

/** A reply of a thread: progress, then what it made or why it failed. */
export type ThreadReport<Made> =
  | { readonly stage: string; readonly progress: number }
  | { readonly made: Made }
  | { readonly fault: string }

/** Runs a piece of long work in a thread of its own, which gets `work` as its data; aborting ends the thread. Rejects when the work is interrupted. */
export function workInThread<Made>(
  module: URL,
  work: unknown,
  megabytes: number,
  tell: (stage: string, progress: number) => void,
  signal?: AbortSignal,
): Promise<Made> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 128 },
    })
    const stop = (): void => void worker.terminate()
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (reply: ThreadReport<Made>) => {
      if ('stage' in reply) tell(reply.stage, reply.progress)
      else if ('made' in reply) resolve(reply.made)
      else reject(new Error(reply.fault))
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error('the thread has ended'))
    })
  })
}
