import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What each file carries: the archivers of Linux desktops then read its Chinese name as UTF-8, and let its owner read what was unpacked. */
const PLAIN_ENTRY = { os: 3, attrs: 0o644 << 16 } as const

const PIECE = 1024 * 1024

/** What is compressed by itself. */
const PACKED = /\.(zip|xlsx|docx|jpg|png)$/

/** Yields a zip archive as its files come: in pieces of about a mebibyte, so that few of them are in memory. `at` is the instant that they carry. */
export async function* archivePieces(
  files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>,
  at?: string,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  let size = 0
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error
    made.push(piece)
    size += piece.length
  })
  for await (const { path, bytes } of files) {
    const file = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    archive.add(Object.assign(file, PLAIN_ENTRY, at !== undefined && { mtime: at }))
    file.push(bytes, true)
    if (size < PIECE) continue
    yield Buffer.concat(made.splice(0))
    size = 0
  }
  archive.end()
  yield Buffer.concat(made)
}
