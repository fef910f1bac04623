import { Worker } from 'node:worker_threads'
import type { IntakeSession } from './intakeSession.ts'
import type { DeskAsk, DeskReply } from './intakeWorker.ts'

/** An import thread: a desk in its own thread; every answer is awaited. */
export type DeskThread = {
  readonly [M in keyof IntakeSession]: (
    ...args: Parameters<IntakeSession[M]>
  ) => Promise<Awaited<ReturnType<IntakeSession[M]>>>
} & { readonly close: () => Promise<void> }

/** An error of the thread: `outOfMemory` if the file was too large for it; otherwise a bug. */
export class DeskFault extends Error {
  readonly outOfMemory: boolean

  constructor(message: string, outOfMemory: boolean) {
    super(message)
    this.outOfMemory = outOfMemory
  }
}

/** The most memory of the thread, so that reading does not exhaust the server. */
const MOST_MEGABYTES = 4096

/** Starts an import thread. The caller must close it. */
export function startIntakeThread(
  onProgress: (done: number, total?: number) => void = () => {},
  mostMegabytes = MOST_MEGABYTES,
): DeskThread {
  const worker = new Worker(new URL('./intakeWorker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let fault: DeskFault | undefined
  let number = 0
  worker.on('message', (reply: DeskReply) => {
    if ('done' in reply) return onProgress(reply.done, reply.total)
    const asked = waiting.get(reply.number)
    waiting.delete(reply.number)
    if ('fault' in reply) asked?.reject(new DeskFault(reply.fault, false))
    else asked?.resolve(reply.value)
  })
  worker.on('error', error =>
    end(new DeskFault(String(error), (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')),
  )
  worker.on('exit', () => end(new DeskFault('the thread has ended', false)))

  function end(why: DeskFault): void {
    fault ??= why
    for (const asked of waiting.values()) asked.reject(fault)
    waiting.clear()
  }

  function ask(method: DeskAsk['method'], args: readonly unknown[]): Promise<unknown> {
    if (fault !== undefined) return Promise.reject(fault)
    const asked = Promise.withResolvers<unknown>()
    waiting.set(++number, asked)
    // The bytes of a file are handed over, not copied.
    const moved = args.flatMap(arg => (arg instanceof Uint8Array ? [arg.buffer as ArrayBuffer] : []))
    worker.postMessage({ number, method, args } satisfies DeskAsk, moved)
    return asked.promise
  }

  const methods: readonly DeskAsk['method'][] = [
    'read',
    'takePart',
    'takeRefused',
    'givePart',
    'giveFacts',
    'plan',
    'workbook',
    'giveRefused',
    'refusedList',
  ]
  return {
    ...(Object.fromEntries(
      methods.map(method => [method, (...args: readonly unknown[]) => ask(method, args)]),
    ) as unknown as DeskThread),
    close: async () => void (await worker.terminate()),
  }
}
