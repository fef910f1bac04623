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
    parentPort!.postMessage({ value } satisfies ThreadReply, piecesOf(value))
  } catch (error) {
    parentPort!.postMessage({ fault: String((error as Error).stack ?? error) } satisfies ThreadReply)
  }
})

/** Lists the buffers of a result that comes in pieces of bytes: they are handed over, since to copy them would hold up the receiver. */
function piecesOf(value: unknown): ArrayBuffer[] {
  const parts: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : []
  const pieces = parts.flatMap(part =>
    Array.isArray(part) && part.every(one => one instanceof Uint8Array) ? (part as Uint8Array[]) : [],
  )
  return [...new Set(pieces.map(({ buffer }) => buffer as ArrayBuffer))]
}
