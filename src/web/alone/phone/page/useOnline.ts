import { useSyncExternalStore } from 'react'
import { isReachable, onReachChange } from '../send/reach.ts'

/** 是否有信号: a network, and a server that answers. */
export function useOnline(): boolean {
  return useSyncExternalStore(onReachChange, isReachable)
}
