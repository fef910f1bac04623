import { Refused } from '../../../client/Refused.ts'

let isReached = true
const listeners = new Set<() => void>()

/** Checks whether the server is reachable: the browser reports a network, and the last request was answered. */
export function isReachable(): boolean {
  return navigator.onLine && isReached
}

/** Awaits a request and records whether there was any answer; a refusal is one. */
export async function reaching<T>(asked: Promise<T>): Promise<T> {
  try {
    const answer = await asked
    note(true)
    return answer
  } catch (error) {
    if (error instanceof Refused) note(error.status !== 0)
    throw error
  }
}

/** Subscribes to changes of reachability, for `useSyncExternalStore`. */
export function onReachChange(listener: () => void): () => void {
  const back = () => {
    isReached = true
    listener()
  }
  listeners.add(listener)
  addEventListener('online', back)
  addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('online', back)
    removeEventListener('offline', listener)
  }
}

function note(reached: boolean): void {
  if (reached === isReached) return
  isReached = reached
  for (const listener of listeners) listener()
}
