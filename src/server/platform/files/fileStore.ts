import type { Readable } from 'node:stream'

/** The file store: bytes by their own SHA-256, in lower-case hex. Every fault of the store itself is `FileStoreAway`. */
export interface FileStore {
  readonly kind: 'disk' | 's3'
  /** Stores the bytes durably before it resolves; existing bytes are not written again. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  has(hash: string): Promise<boolean>
  /** Returns the bytes as a stream, `undefined` if they do not exist. */
  read(hash: string): Promise<Readable | undefined>
  remove(hash: string): Promise<void>
  /** Deletes files that an ended process left partly written. */
  tidy(now: Date): Promise<void>
}

/** Settings of the file store. */
export type FileSettings =
  | { readonly kind: 'disk'; readonly data: string }
  | {
      readonly kind: 's3'
      readonly endpoint: string
      readonly bucket: string
      readonly key: string
      readonly secret: string
      readonly region: string
    }

/** The file store is unavailable: it does not answer, or answers with a fault. */
export class FileStoreAway extends Error {}

/** The path of a file: `ab/abcdef…`, the same on disk and in a bucket, so that one can be copied to the other unchanged. */
export function placeOfFile(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file')
  return `${hash.slice(0, 2)}/${hash}`
}
