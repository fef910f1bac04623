import { useSyncExternalStore } from 'react'

/** Route of the phone page: the list, this phone, a task's sheet, or the page where it is signed and sent. */
export type Route =
  | { readonly at: 'list' }
  | { readonly at: 'own' }
  | { readonly at: 'sheet' | 'finish'; readonly assignment: string }

const listeners = new Set<() => void>()

/** Returns the current route, from the address. */
export function useRoute(): Route {
  const path = useSyncExternalStore(watch, () => location.pathname)
  return readRoute(path)
}

/** Goes to a route; the phone's back button returns to the previous one. */
export function goTo(route: Route, how: 'push' | 'replace' = 'push'): void {
  const path = addressOf(route)
  if (path === location.pathname) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', path)
  scrollTo(0, 0)
  for (const listener of listeners) listener()
}

/** Returns the address of a route. */
export function addressOf(route: Route): string {
  if (route.at === 'list') return '/inspect'
  if (route.at === 'own') return '/inspect/own'
  return `/inspect/task/${encodeURIComponent(route.assignment)}${route.at === 'finish' ? '/finish' : ''}`
}

/** Parses a route from an address; an unknown address is the list. */
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
