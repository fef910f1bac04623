/** Precache list: what the page needs to open offline. Addresses carry a content hash unless the address itself does; `version` is the hash of all. */
export interface Precache {
  readonly version: string
  readonly files: readonly PrecachedFile[]
}

/** One precached file. */
interface PrecachedFile {
  readonly path: string
  readonly hash: string
}
