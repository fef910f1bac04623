import { Readable } from 'node:stream'
import { type FileStore, placeOfFile } from '../../src/server/platform/files/fileStore.ts'

/** A store of files in memory, for tests about other things. */
export function memoryFiles(): FileStore & { readonly kept: ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kind: 'disk',
    kept,
    put: async (hash, bytes) => void kept.set(placeOfFile(hash), bytes.slice()),
    has: async hash => kept.has(placeOfFile(hash)),
    read: async hash => {
      const bytes = kept.get(placeOfFile(hash))
      return bytes === undefined ? undefined : Readable.from([Buffer.from(bytes)])
    },
    remove: async hash => void kept.delete(placeOfFile(hash)),
    tidy: async () => {},
  }
}
