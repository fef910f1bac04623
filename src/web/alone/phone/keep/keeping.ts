let keeps = true
const listeners = new Set<() => void>()

/** Checks whether the last write on the phone was kept. */
export function isKeeping(): boolean {
  return keeps
}

/** Notes whether a write on the phone was kept. */
export function noteKeeping(kept: boolean): void {
  if (kept === keeps) return
  keeps = kept
  for (const listener of listeners) listener()
}

/** Subscribes to it, for `useSyncExternalStore`. */
export function onKeepingChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
