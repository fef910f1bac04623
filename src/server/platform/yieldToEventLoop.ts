import { setImmediate } from 'node:timers/promises'

/** Yields to the event loop between two pieces of long work. The embedded database answers without ever returning to the event loop. */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate()
}
