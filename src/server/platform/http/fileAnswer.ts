import type { Readable } from 'node:stream'

/** A file to download: its name as displayed (Chinese allowed), media type and content. */
export interface FileAnswer {
  readonly name: string
  readonly type: string
  readonly content: Readable | Uint8Array | string
  /** the content comes from a user: when opened directly, it is denied everything. */
  readonly foreign?: true
}
