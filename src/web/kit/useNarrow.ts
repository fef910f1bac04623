import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 767px)')

/** Returns whether the screen is narrow: a phone held upright. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => query.matches)
}

function watch(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
