import { setImmediate } from 'node:timers/promises'

/** 让出: others get their turn between two pieces of a long work. The embedded database answers without ever going back to the event loop. */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate()
}
