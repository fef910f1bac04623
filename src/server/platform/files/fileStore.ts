import type { Readable } from 'node:stream'

/** 附件存储: bytes by the SHA-256 of themselves, lower-case hex. Every fault of the store itself is `FileStoreAway`. */
export interface FileStore {
  readonly kind: 'disk' | 's3'
  /** Keeps the bytes for good before it answers; what is there already is not written again. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  has(hash: string): Promise<boolean>
  /** The bytes as a stream, `undefined` when they are not there. */
  read(hash: string): Promise<Readable | undefined>
  remove(hash: string): Promise<void>
  /** Drops what a process that ended left half written. */
  tidy(now: Date): Promise<void>
}

/** 附件存储的设置. */
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

/** 附件存储暂不可用: the store does not answer, or answers with a fault. */
export class FileStoreAway extends Error {}

/** 存放的位置: `ab/abcdef…`, the same on disk and in a bucket, so that one is copied to the other as it is. */
export function placeOfFile(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file')
  return `${hash.slice(0, 2)}/${hash}`
}
