import { parentPort } from 'node:worker_threads'

/** A call: an exported function of a module, and its arguments. */
interface ThreadCall {
  readonly module: string
  readonly name: string
  readonly args: readonly unknown[]
}

/** A reply: the value returned, or the stack of what was thrown. */
export type ThreadReply = { readonly value: unknown } | { readonly fault: string }

parentPort!.on('message', async ({ module, name, args }: ThreadCall) => {
  try {
    const functions = (await import(module)) as Record<string, (...args: readonly unknown[]) => unknown>
    const value = await functions[name]!(...args)
    parentPort!.postMessage({ value } satisfies ThreadReply)
  } catch (error) {
    parentPort!.postMessage({ fault: String((error as Error).stack ?? error) } satisfies ThreadReply)
  }
})
