declare module '*.css'

/** What vite tells when a file of the page is not there. */
interface WindowEventMap {
  'vite:preloadError': Event & { readonly payload: Error }
}
