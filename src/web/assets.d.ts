declare module '*.css'

/** What vite tells when a file of the page is not there. */
interface WindowEventMap {
  'vite:preloadError': Event & { readonly payload: Error }
}

/** What vite makes of `import.meta.glob`: the files of a pattern, each read when asked for. */
interface ImportMeta {
  glob<T>(pattern: string): Readonly<Record<string, () => Promise<T>>>
}
