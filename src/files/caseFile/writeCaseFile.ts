import { hash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { PLAIN_ENTRY } from '../plainEntry.ts'
import { caseIndexPage } from './caseIndexPage.ts'

/** One file of a case file (案卷), as its list of contents names it. */
interface CaseEntry {
  readonly path: string
  readonly title: string
  readonly bytes: number
  readonly sha256: string
}

/** The heading of a case file: year, title of the scheme, seal, and when it was made. */
interface CaseHead {
  readonly year: number
  readonly institution: string
  readonly title: string
  readonly seal: {
    readonly number: number
    readonly at: string
    readonly by: string
    readonly trail: { readonly seq: number; readonly root: string }
  }
  /** The last line of the trail that the case file has. */
  readonly trail: { readonly seq: number; readonly root: string }
  readonly madeAt: string
  readonly madeBy: string
}

/** The list of contents of a case file (目录.json). */
export interface CaseContents extends CaseHead {
  readonly format: 'hengping-case-file/1'
  readonly files: readonly CaseEntry[]
}

interface Part {
  readonly path: string
  readonly title: string
  readonly bytes: Uint8Array
}

/** Writes a case file (案卷) as an archive in pieces: its parts as they come, then the list of contents for people and for programs. `at` is the instant that its files carry. */
export async function* writeCaseFile(
  head: CaseHead,
  at: string,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error
    ready.push(piece)
  })
  const add = (path: string, bytes: Uint8Array): void => {
    const isPacked = /\.(zip|xlsx|docx|jpg|png)$/.test(path)
    const file = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    Object.assign(file, PLAIN_ENTRY, { mtime: at })
    archive.add(file)
    file.push(bytes, true)
  }
  const files: CaseEntry[] = []
  for await (const { path, title, bytes } of parts) {
    files.push({ path, title, bytes: bytes.length, sha256: hash('sha256', bytes) })
    add(path, bytes)
    yield* ready.splice(0)
  }
  const page = Buffer.from(caseIndexPage({ format: 'hengping-case-file/1', ...head, files }))
  files.push({ path: '目录.html', title: '目录（供阅读）', bytes: page.length, sha256: hash('sha256', page) })
  add('目录.html', page)
  add(
    '目录.json',
    Buffer.from(`${JSON.stringify({ format: 'hengping-case-file/1', ...head, files }, undefined, 1)}\n`),
  )
  archive.end()
  yield* ready.splice(0)
}
