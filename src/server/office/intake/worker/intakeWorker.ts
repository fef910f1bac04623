import { parentPort } from 'node:worker_threads'
import { createIntakeSession } from './intakeSession.ts'

/** A request between threads: a method of the desk with its arguments. */
export interface DeskAsk {
  readonly number: number
  readonly method: keyof ReturnType<typeof createIntakeSession>
  readonly args: readonly unknown[]
}

/** A reply between threads: progress, then what the method returned or threw. */
export type DeskReply =
  | { readonly number: number; readonly done: number; readonly total?: number }
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly fault: string }

const port = parentPort!
let asked = 0
const desk = createIntakeSession((done, total) =>
  port.postMessage({ number: asked, done, total } satisfies DeskReply),
)

port.on('message', async ({ number, method, args }: DeskAsk) => {
  asked = number
  try {
    const value = await (desk[method] as (...given: readonly unknown[]) => unknown)(...args)
    const moved =
      value instanceof Uint8Array && value.byteLength === value.buffer.byteLength
        ? [value.buffer as ArrayBuffer]
        : []
    port.postMessage({ number, value } satisfies DeskReply, moved)
  } catch (error) {
    port.postMessage({ number, fault: String((error as Error).stack ?? error) } satisfies DeskReply)
  }
})
