import { useSyncExternalStore } from 'react'

/** 手机页面的位置: the list, this phone, one task's sheet, or its end where it is signed and sent. */
export type Route =
  | { readonly at: 'list' }
  | { readonly at: 'own' }
  | { readonly at: 'sheet' | 'finish'; readonly assignment: string }

const listeners = new Set<() => void>()

/** 当前位置, from the address. */
export function useRoute(): Route {
  const path = useSyncExternalStore(watch, () => location.pathname)
  return readRoute(path)
}

/** 去某个位置: the phone's own way back leads where one came from. */
export function goTo(route: Route, how: 'push' | 'replace' = 'push'): void {
  const path = addressOf(route)
  if (path === location.pathname) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  scrollTo(0, 0)
  for (const listener of listeners) listener()
}

/** 位置的地址. */
export function addressOf(route: Route): string {
  if (route.at === 'list') return '/inspect'
  if (route.at === 'own') return '/inspect/own'
  return `/inspect/task/${encodeURIComponent(route.assignment)}${route.at === 'finish' ? '/finish' : ''}`
}

/** 由地址识别位置; an unknown one is the list. */
export function readRoute(path: string): Route {
  if (path === '/inspect/own') return { at: 'own' }
  const [, assignment, end] = /^\/inspect\/task\/([^/]+)(\/finish)?\/?$/.exec(path) ?? []
  if (assignment === undefined) return { at: 'list' }
  return { at: end === undefined ? 'sheet' : 'finish', assignment: decodeURIComponent(assignment) }
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
