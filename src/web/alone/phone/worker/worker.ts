import { sendWaiting } from '../send/sendWaiting.ts'
import type { Precache } from './precache.ts'

/** Inserted when the pages are built. */
declare const __PRECACHE__: Precache

/** The parts of a service worker's scope used here; the type library for pages has none of them. */
interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(kind: 'sync', listener: (event: Lasting & { readonly tag: string }) => void): void
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const worker = self as unknown as WorkerScope
const PREFIX = 'hengping-inspect-'
const PRECACHE = __PRECACHE__
const STORE = PREFIX + PRECACHE.version
const PATHS = new Set(PRECACHE.files.map(file => file.path))

worker.addEventListener('install', event => event.waitUntil(fill()))
worker.addEventListener('activate', event => event.waitUntil(dropOlder()))
worker.addEventListener('message', event => {
  // Only when the inspector says so: until then the version at hand goes on working.
  if (event.data === 'takeOver') void worker.skipWaiting()
  if (event.data === 'version') event.ports[0]?.postMessage(PRECACHE.version)
})
worker.addEventListener('sync', event => {
  if (event.tag === 'send') event.waitUntil(sendWaiting())
})
worker.addEventListener('fetch', event => {
  const { method, url, mode } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return
  if (mode === 'navigate') event.respondWith(answer('/inspect', event.request))
  else if (PATHS.has(pathname)) event.respondWith(answer(pathname, event.request))
})

/** Fills the cache, all or nothing: a version with a missing file is not installed. Reuses files that the previous version already has. */
async function fill(): Promise<void> {
  const store = await caches.open(STORE)
  await Promise.all(
    PRECACHE.files.map(async ({ path, hash }) => {
      const key = keyOf(path, hash)
      if ((await store.match(key)) !== undefined) return
      const kept = await caches.match(key)
      const response = kept ?? (await fetch(path, { cache: 'reload', credentials: 'same-origin' }))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await store.put(key, response)
    }),
  )
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter(name => name.startsWith(PREFIX) && name !== STORE).map(name => caches.delete(name)),
  )
  await worker.clients.claim()
}

async function answer(path: string, request: Request): Promise<Response> {
  const file = PRECACHE.files.find(one => one.path === path)!
  const kept = await (await caches.open(STORE)).match(keyOf(path, file.hash))
  return kept ?? fetch(request)
}

function keyOf(path: string, hash: string): string {
  return `${path}?${hash}`
}
