import { hash } from 'node:crypto'
import { type ArchiveFile, archivePieces } from '../archivePieces.ts'
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

interface Part extends ArchiveFile {
  readonly title: string
}

/** Writes a case file (案卷) as an archive in pieces: its parts as they come, then the list of contents for people and for programs. `at` is the instant that its files carry. */
export function writeCaseFile(
  head: CaseHead,
  at: string,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Uint8Array> {
  return archivePieces(withContents(head, parts), at)
}

async function* withContents(head: CaseHead, parts: AsyncIterable<Part>): AsyncGenerator<ArchiveFile> {
  const files: CaseEntry[] = []
  const list = ({ path, title, bytes }: Part): void =>
    void files.push({ path, title, bytes: bytes.length, sha256: hash('sha256', bytes) })
  const contents = (): CaseContents => ({ format: 'hengping-case-file/1', ...head, files })
  for await (const part of parts) {
    list(part)
    yield part
  }
  const page = {
    path: '目录.html',
    title: '目录（供阅读）',
    bytes: Buffer.from(caseIndexPage(contents())),
  }
  list(page)
  yield page
  yield { path: '目录.json', bytes: Buffer.from(`${JSON.stringify(contents(), undefined, 1)}\n`) }
}
