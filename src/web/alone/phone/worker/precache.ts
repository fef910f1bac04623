/** 预存清单: what the page needs to open without a signal: addresses with a hash of their content where the address does not carry it; `version` is the hash of all. */
export interface Precache {
  readonly version: string
  readonly files: readonly PrecachedFile[]
}

/** 预存的一个文件. */
export interface PrecachedFile {
  readonly path: string
  readonly hash: string
}
