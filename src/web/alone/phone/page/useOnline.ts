import { useSyncExternalStore } from 'react'
import { isReachable, onReachChange } from '../send/reach.ts'

/** Returns whether there is a signal: a network, and a server that answers. */
export function useOnline(): boolean {
  return useSyncExternalStore(onReachChange, isReachable)
}
