import { Refused } from '../../../client/Refused.ts'

let isReached = true
const listeners = new Set<() => void>()

/** 是否连得上: the browser says that there is a network, and the last question to the server was answered. */
export function isReachable(): boolean {
  return navigator.onLine && isReached
}

/** 问服务器: notes whether there was an answer at all; a "no" is one. */
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

/** 连通情况的变化, for `useSyncExternalStore`. */
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
